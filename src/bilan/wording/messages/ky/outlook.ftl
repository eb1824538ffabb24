### Алдыдагы мезгил: өз эсебибиз боюнча аралыктар же алардын эмне үчүн жок экени. Эч качан жалгыз сан эмес, эч качан убада эмес.

heading-outlook = Алдыдагы мезгил
standing-outlook = Bilan тутумунун өз эсеби, расмий божомол эмес. Маалыматтар мүмкүндүк берсе, натыйжалардын { $level }% сыйган аралык берилет; болбосо эмне үчүн берилбегени жана максатка зарыл өсүш айтылат.
table-outlook = Bilan эсеби боюнча аралыктар
column-outlook-series = Катар
column-outlook-period = Мезгил
column-outlook-low = Төмөнкү чеги
column-outlook-high = Жогорку чеги
outlook-series =
    { $series ->
        [trade-total] Жалпы соода, { $statistics }
        [trade-exports] Өнөктөшкө экспорт, { $statistics }
        [trade-imports] Өнөктөштөн импорт, { $statistics }
        [trade-month] Айлык жалпы соода, { $statistics }
        [macro-merchandise-exports] Дүйнөгө сатылган товарлар, { $country }
        [macro-merchandise-imports] Дүйнөдөн сатып алынган товарлар, { $country }
        [macro-remittances] Алынган акча которуулар, { $country }
       *[macro-gdp] ИДӨ, { $country }
    }
outlook-coverage = Башка өлкөлөрдүн жарыяланган экспорт жана импорт катарлары менен текшергенде { $years } жылга чейинки жылдык аралыктарга натыйжалардын { $yearly }% сыйды, жылга чейинки айлык аралыктарга { $monthly }% сыйды. Эч көрсөткүч алдын ала билдирбеген кескин өзгөрүү буга кирбейт.

outlook-none-lead = { $series }: божомол жок.
outlook-none = Себептери: { $reasons }.
outlook-because-few =
    { $frequency ->
        [month] үзгүлтүксүз айлардын саны (акыркысы { $period }): { $points }, керектүүсү { $needed }
       *[year] үзгүлтүксүз жылдардын саны (акыркысы { $period }-жыл): { $points }, керектүүсү { $needed }
    }
outlook-because-stale = акыркы көрсөткүч ({ $period }) эски
outlook-because-mixed = көрсөткүчтөрдүн баары эле ошол өлкөнүн статистикасынан эмес
outlook-because-derived = айрым көрсөткүчтөр жарыяланбаган, эсептелген
outlook-because-bound = айрым көрсөткүчтөр чек катары гана белгилүү
outlook-because-definition = аныктамасы жолдон өзгөргөн
outlook-because-sign = нөл же терс көрсөткүч бар
outlook-because-break = акыркы мезгилдердеги секирик катарды үзөт
outlook-because-wide = аралык өтө кең, мааниси болбойт
outlook-because-horizon = мынчалык узак мөөнөткө көрсөткүчтөр өтө аз
outlook-also = Булар боюнча да божомол жок: { $names }.
outlook-also-one = { $series } ({ $reasons })

outlook-pace-lead = Максатка зарыл өсүш.
outlook-pace = Максат: { $target }, мөөнөтү { $deadline }-жыл. Зарыл жылдык өсүш: { $pace } (базасы { $period }-жыл, { $statistics }). Бул эсеп, божомол эмес.
outlook-share-missing = Өз ара соода, { $period } ({ $statistics }): { $part }; бул айлардын жыл ичиндеги адаттагы үлүшү белгисиз, ошондуктан жылдык көрсөткүч эсептелбейт.

finding-outlook-same-share-lead = Эсеп, божомол эмес.
finding-outlook-same-share = Өз ара соода, { $period } ({ $statistics }): { $part }; бул айлардын үлүшү { $before }-жылдагыдай болсо, { $year }-жылдагы соода: { $total }.
finding-outlook-range-lead = Өз эсебибиз боюнча аралык.
finding-outlook-range = { outlook-series }, { $period }: { $low-plain } – { $high-plain }; натыйжалардын { $level }% сыйган аралык.

name-outlook-low = Алдыдагы мезгил, төмөнкү чеги, { $country }, { $period }
name-outlook-centre = Алдыдагы мезгил, аралыктын ортосу, { $country }, { $period }
name-outlook-high = Алдыдагы мезгил, жогорку чеги, { $country }, { $period }
name-outlook-points = Үзгүлтүксүз көрсөткүчтөр, { $country }, { $period }
name-outlook-same_share = Өткөн жылдагы үлүш боюнча жылдык көрсөткүч, { $statistics }, { $period }
