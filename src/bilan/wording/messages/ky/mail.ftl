### Чыгарылышты, анын оңдоосун же кайтарылып алынганы тууралуу кабарды жеткирген кат.

mail-subject = { $partners }, { $month } · { $fact }
mail-subject-short = { $partners }, { $month }
mail-subject-correction = Оңдоо: { $subject }
mail-subject-withdrawal = Кайтарылып алынды: { $subject }
mail-open = Чыгарылышты окуу (PDF)
mail-attached = Чыгарылыш PDF түрүндө тиркелген.
mail-large = Чыгарылыш тиркеме үчүн өтө чоң; аны шилтеме ачат.
mail-corrected = Бул басма мурункусунун ордуна чыкты: ушуну гана колдонуңуз.
mail-withdrawn = Бул чыгарылыш кайтарылып алынды: аны мындан ары колдонбоңуз жана андан үзүндү келтирбеңиз.
mail-reason = Себеби:
mail-why = Бул кат сизге таратуу тизмеси боюнча жөнөтүлдү: { $office }, { $audience }.
mail-unsubscribe = Жазылуудан баш тартуу
