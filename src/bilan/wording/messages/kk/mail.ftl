### Басылымды, оның түзетуін немесе кері қайтарылғаны туралы хабарды жеткізетін хат.

mail-subject = { $partners }, { $month } · { $fact }
mail-subject-short = { $partners }, { $month }
mail-subject-correction = Түзету: { $subject }
mail-subject-withdrawal = Кері қайтарылды: { $subject }
mail-open = Басылымды оқу (PDF)
mail-attached = Басылым PDF түрінде тіркелген.
mail-large = Басылым тіркеме үшін тым үлкен; оны сілтеме ашады.
mail-corrected = Бұл шығарылым алдыңғысының орнына жарияланды: тек осыны пайдаланыңыз.
mail-withdrawn = Бұл басылым кері қайтарып алынды: оны енді пайдаланбаңыз және одан дәйексөз келтірмеңіз.
mail-reason = Себебі:
mail-why = Бұл хат сізге тарату тізімі бойынша жіберілді: { $office }, { $audience }.
mail-unsubscribe = Жазылымнан бас тарту
