### Le courrier qui apporte une édition, sa correction ou l’avis de son retrait.

mail-subject = { $partners }, { $month } · { $fact }
mail-subject-short = { $partners }, { $month }
mail-subject-correction = Correction : { $subject }
mail-subject-withdrawal = Retrait : { $subject }
mail-open = Lire l’édition (PDF)
mail-attached = L’édition est jointe en PDF.
mail-large = L’édition est trop volumineuse pour être jointe : le lien l’ouvre.
mail-corrected = Ce tirage remplace le précédent : n’utilisez plus que celui-ci.
mail-withdrawn = Cette édition est retirée : ne plus l’utiliser ni la citer.
mail-reason = Motif :
mail-why = Vous recevez ce message comme destinataire : { $office }, { $audience }.
mail-unsubscribe = Se désinscrire
