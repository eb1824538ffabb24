### The mail that brings an edition, its correction or the notice of its withdrawal.

mail-subject = { $partners }, { $month } · { $fact }
mail-subject-short = { $partners }, { $month }
mail-subject-correction = Correction: { $subject }
mail-subject-withdrawal = Withdrawn: { $subject }
mail-open = Read the edition (PDF)
mail-attached = The edition is attached as a PDF.
mail-large = The edition is too large to attach; the link opens it.
mail-corrected = This issue replaces the one before it: please use this one only.
mail-withdrawn = This edition has been withdrawn: please no longer use or quote it.
mail-reason = Reason:
mail-why = You receive this mail as a recipient: { $office }, { $audience }.
mail-unsubscribe = Unsubscribe
