### Алдағы кезең: өз есебіміз бойынша аралықтар немесе олардың неге жоқ екені. Ешқашан жалғыз сан емес, ешқашан уәде емес.

heading-outlook = Алдағы кезең
standing-outlook = Bilan жүйесінің өз есебі, ресми болжам емес. Деректер мүмкіндік берсе, нәтижелердің { $level }% сыятын аралық беріледі; әйтпесе неге берілмейтіні және мақсатқа қажетті өсім айтылады.
table-outlook = Bilan есебі бойынша аралықтар
column-outlook-series = Қатар
column-outlook-period = Кезең
column-outlook-low = Төменгі шегі
column-outlook-high = Жоғарғы шегі
outlook-series =
    { $series ->
        [trade-total] Жалпы сауда, { $statistics }
        [trade-exports] Серіктеске экспорт, { $statistics }
        [trade-imports] Серіктестен импорт, { $statistics }
        [trade-month] Айлық жалпы сауда, { $statistics }
        [macro-merchandise-exports] Әлемге сатылған тауарлар, { $country }
        [macro-merchandise-imports] Әлемнен сатып алынған тауарлар, { $country }
        [macro-remittances] Алынған ақша аударымдары, { $country }
       *[macro-gdp] ЖІӨ, { $country }
    }
outlook-coverage = Басқа елдердің жарияланған экспорт және импорт қатарларымен тексергенде { $years } жылға дейінгі жылдық аралықтарға нәтижелердің { $yearly }% сыйды, жылға дейінгі айлық аралықтарға { $monthly }% сыйды. Ешқандай көрсеткіш алдын ала білдірмейтін күрт өзгеріс бұған кірмейді.

outlook-none-lead = { $series }: болжам жоқ.
outlook-none = Себептері: { $reasons }.
outlook-because-few =
    { $frequency ->
        [month] үзіліссіз айлар саны (соңғысы { $period }): { $points }, керегі { $needed }
       *[year] үзіліссіз жылдар саны (соңғысы { $period } жыл): { $points }, керегі { $needed }
    }
outlook-because-stale = соңғы көрсеткіш ({ $period }) ескі
outlook-because-mixed = көрсеткіштердің бәрі бірдей елдің статистикасынан емес
outlook-because-derived = кейбір көрсеткіш жарияланбаған, есептелген
outlook-because-bound = кейбір көрсеткіш тек шек ретінде белгілі
outlook-because-definition = анықтамасы жолай өзгерген
outlook-because-sign = нөлдік немесе теріс көрсеткіш бар
outlook-because-break = соңғы кезеңдердегі секіріс қатарды үзеді
outlook-because-wide = аралық тым кең, мәнсіз болар еді
outlook-because-horizon = мұндай ұзақ мерзімге көрсеткіштер тым аз
outlook-also = Мыналар бойынша да болжам жоқ: { $names }.
outlook-also-one = { $series } ({ $reasons })

outlook-pace-lead = Мақсатқа қажетті өсім.
outlook-pace = Мақсат: { $deadline } жылға қарай { $target }. Қажетті жылдық өсім: { $pace } (базасы { $period } жыл, { $statistics }). Бұл есептеу, болжам емес.
outlook-share-missing = Өзара сауда, { $period } ({ $statistics }): { $part }; бұл айлардың жыл ішіндегі әдеттегі үлесі белгісіз, сондықтан жылдық көрсеткіш есептелмейді.

finding-outlook-same-share-lead = Есептеу, болжам емес.
finding-outlook-same-share = Өзара сауда, { $period } ({ $statistics }): { $part }; бұл айлардың үлесі { $before } жылғыдай болса, { $year } жылғы сауда: { $total }.
finding-outlook-range-lead = Өз есебіміз бойынша аралық.
finding-outlook-range = { outlook-series }, { $period }: { $low-plain } – { $high-plain }; нәтижелердің { $level }% сыятын аралық.

name-outlook-low = Алдағы кезең, төменгі шегі, { $country }, { $period }
name-outlook-centre = Алдағы кезең, аралық ортасы, { $country }, { $period }
name-outlook-high = Алдағы кезең, жоғарғы шегі, { $country }, { $period }
name-outlook-points = Үзіліссіз көрсеткіштер, { $country }, { $period }
name-outlook-same_share = Өткен жылғы үлес бойынша жылдық көрсеткіш, { $statistics }, { $period }
