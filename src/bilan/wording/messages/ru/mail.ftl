### Письмо с выпуском, его исправлением или уведомлением об отзыве.

mail-subject = { $partners }, { $month } · { $fact }
mail-subject-short = { $partners }, { $month }
mail-subject-correction = Исправление: { $subject }
mail-subject-withdrawal = Отозвано: { $subject }
mail-open = Читать выпуск (PDF)
mail-attached = Выпуск приложен в формате PDF.
mail-large = Выпуск слишком велик для вложения; его открывает ссылка.
mail-corrected = Это издание заменяет предыдущее: пользуйтесь только им.
mail-withdrawn = Этот выпуск отозван: просим больше не использовать и не цитировать его.
mail-reason = Причина:
mail-why = Вы получаете это письмо как адресат рассылки: { $office }, { $audience }.
mail-unsubscribe = Отписаться
