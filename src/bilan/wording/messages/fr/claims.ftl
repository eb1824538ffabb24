### Ce qui est dit d’une affirmation de croissance : sa vérité dépend des années choisies.

verdict-window-dependent = Selon les années
claim-windows = { $says }. Périodes possibles dans les statistiques : { $count } ; ce taux se vérifie dans : { $inside }.
