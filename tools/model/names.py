"""Names from many regions, used to replace names in training sentences and to fill sentence patterns.

Words of one name are joined by an underscore. A lone hyphen between two words stays a word of its own.
"""

# ruff: noqa: SIM905 - lists of names read better as running text

# given names
GIVEN = """
Mohammad Hossein Abbas Ali Javad Hassan Ebrahim Mohsen Qassem Esmail Saeed Hamid Reza Mehdi Amir Majid Nasser
Bashar Walid Faisal Salman Khalid Nawaf Saad Tamim Hamad Abdullah Abdel Mahmoud Ismail Yahya Khaled Mustafa Muqtada
Nouri Haider Adil Barham Masoud Nechirvan Qais Hadi Hakan Recep Mevlüt Hulusi Yaşar Devlet Kemal Ahmet Süleyman
Ilham Nikol Vladimir Sergei Sergey Dmitry Yevgeny Nikolai Valery Maria Mikhail Igor Volodymyr Oleksandr Andriy
Dmytro Rustem Xi Wang Li Qin Zhao Hu Liu Yang Zhang Kim Ri Choe Narendra Subrahmanyam Rajnath Shehbaz Imran Bilawal
Asim Qamar Ashraf Hamdullah Hibatullah Sirajuddin Abiy Workneh Isaias Yoweri Paul William Uhuru Cyril Muhammadu
Bola Félix Assimi Ibrahim Abdourahamane Abdel-Fattah Hemedti Omar Khalifa Abdelmadjid Ramtane Kais Aziz Mohammed
Amina Ngozi Fatou Moussa Benjamin Yoav Avigdor Naftali Yair Itamar Bezalel Isaac Gideon Avril Josep Ursula Emmanuel
Olaf Annalena Jens Giorgia Viktor Péter Aleksandar Hashim Edi Radosław Andrzej Gitanas Sanna Nguyen Phạm Joko Retno
Rodrigo Ferdinand Hun Prayut Min Aung Fumio Yoshimasa Luiz Nicolás Gustavo Javier Daniel Miguel Andrés Hugo Evo
Jair Sameh Ayman Bisher Najib Gebran Michel Nabih Samir Saleh Antony Marco Lloyd Keir David Boris Rishi Theresa
Angela Heiko Jean-Yves Catherine Federica Enrique Robert John Mike Jake Brett James Thomas Geir Staffan Martin Hans
Rafael Yukiya António Kofi Tedros Fatima Zainab Leyla Aisha Maryam Nadia Shirin Narges Zahra Hanan Samira Layla
Natalia Olena Svetlana Irina Elvira Mariya Wendy Victoria Linda Samantha Susan Nikki Hillary Joe Donald Barack Bill
George Kamala Abu Sheikh Tariq Anwar Mansour Rashad Hussein Jalal Fuad Adnan Riyad Imad Zaid Yusuf Bilal Kamal Ziad
Ghassan Marwan Azmi Rostam Bahram Farhad Behzad Kioumars Kazem Gholamreza Mojtaba Sadegh Alaeddin Abdolreza Ramezan
Rahim Yadollah Heshmatollah
""".split()

# family names
SURNAMES = """
Araghchi Amir-Abdollahian Zarif Raisi Rouhani Khamenei Ghalibaf Bagheri Salami Soleimani Ghaani Qaani Hajizadeh
Ashtiani Nasirzadeh Shamkhani Larijani Velayati Baghaei Kanaani Khatibzadeh Eslami Pezeshkian Assad Mekdad Muallem
Sharaa Shaibani Nasrallah Qassem Haniyeh Sinwar Meshaal Deif Abbas Shtayyeh Erekat Sudani Kadhimi Maliki Sadr Amiri
Khazali Barzani Talabani Muhandis Houthi Mashat Hadi Alimi Erdoğan Erdogan Fidan Çavuşoğlu Cavusoglu Akar Güler
Bahçeli Kalın Aliyev Bayramov Pashinyan Mirzoyan Putin Lavrov Shoigu Medvedev Peskov Zakharova Gerasimov Prigozhin
Patrushev Ryabkov Bogdanov Zelensky Zelenskyy Yermak Kuleba Reznikov Umerov Zaluzhny Syrskyi Jinping Yi Keqiang
Gang Lijian Wenbin Shangfu Jong-un Son-hui Modi Jaishankar Singh Sharif Khan Zardari Munir Bajwa Ghani Akhundzada
Haqqani Muttaqi Ahmed Afwerki Museveni Kagame Ruto Kenyatta Ramaphosa Pandor Buhari Tinubu Tshisekedi Biya Goïta
Traoré Tchiani Sisi Burhan Dagalo Bashir Haftar Dbeibah Tebboune Lamamra Saied Bin-Salman Jubeir Farhan Thani
Nahyan Gargash Busaidi Sabah Khalifa Shoukry Abdelatty Safadi Mikati Aoun Berri Geagea Hariri Bassil Netanyahu
Gallant Lieberman Bennett Lapid Gantz Ben-Gvir Smotrich Herzog Katz Sa'ar Borrell Leyen Macron Scholz Baerbock
Stoltenberg Meloni Orbán Szijjártó Vučić Thaçi Rama Sikorski Duda Nausėda Trong Widodo Marsudi Duterte Marcos Sen
Chan-ocha Hlaing Suu Kishida Hayashi Lula Maduro Petro Milei Ortega Díaz-Canel López Morales Bolsonaro
Okonjo-Iweala Bensouda Guterres Grandi Pedersen Grundberg Rezaei Vahidi Tangsiri Naini Jazayeri Rezaee Jafari
Hashemi Mousavi Karimi Rahmani Ahmadi Yousefi Al-Assad al-Maliki al-Sadr al-Houthi al-Sisi al-Thani al-Jubeir
al-Burhan al-Sudani Blinken Rubio Austin Hegseth Starmer Lammy Cameron Johnson Sunak Merkel Maas Drian Colonna
Mogherini Mora Malley Kerry Pompeo Sullivan McGurk Mattis Esper Milley Kurilla McKenzie Pederson Griffiths Blix
Grossi Amano Annan Ghebreyesus Polyansky Nebenzya Antonov Ulyanov Medvedchuk Lukashenko Makei Tokayev Mirziyoyev
Japarov Rahmon Berdimuhamedow Nazarbayev Kadyrov Strelkov Girkin Surovikin Belousov Shmyhal Budanov Podolyak
Danilov Klitschko Stefanchuk Qureshi Dar Kakar Baradar Yaqoob Mujahid Massoud Karzai Abdullah Dostum Hekmatyar
Hasina Momen Rajapaksa Wickremesinghe Jaafari Sabbagh Susan Hamzeh Shibl Bitar Khaddour Abboud Mustafa Ma'arouf
Khodari Fayyad Fouad Kaabi Khafaji Araji Halbousi Hakim Ameri Fayyadh Zubaidi Shahwani Shammari Shimmari Jabouri
Hashd Saraya Askari Sistani Tabatabai Safavi Firouzabadi Mohagheghzadeh Kowsari Boroujerdi Mousavian Takht-Ravanchi
Kani Kamalvandi Gharibabadi Najafi Salehi Abdollahi Heydari Pakpour Pourjamshidian Sayyari Khanzadi Irani Sharifi
Javadi Nourouzi Alavi Khatib Moslehi Taeb Hejazi Falahzadeh
""".split()

# countries, regions, towns and waters
PLACES = """
Iran Iraq Syria Lebanon Yemen Israel Palestine Gaza Jordan Egypt Libya Tunisia Algeria Morocco Sudan Ethiopia
Eritrea Somalia Djibouti Kenya Uganda Rwanda Congo Mali Niger Burkina_Faso Chad Nigeria Ghana Senegal Cameroon
Angola Mozambique Turkey Armenia Azerbaijan Georgia Russia Ukraine Belarus Moldova Kazakhstan Uzbekistan Kyrgyzstan
Tajikistan Turkmenistan Afghanistan Pakistan India Bangladesh Sri_Lanka Myanmar China Taiwan North_Korea
South_Korea Japan Philippines Vietnam Thailand Indonesia Saudi_Arabia Qatar Kuwait Bahrain Oman
United_Arab_Emirates Venezuela Colombia Nicaragua Serbia Kosovo Tehran Baghdad Damascus Beirut Sanaa Aden Hodeidah
Jerusalem Tel_Aviv Ramallah Rafah Khan_Younis Amman Cairo Tripoli Benghazi Khartoum Darfur Addis_Ababa Mogadishu
Ankara Istanbul Yerevan Baku Nagorno_-_Karabakh Tbilisi Moscow Kyiv Kiev Kharkiv Donetsk Luhansk Crimea Mariupol
Zaporizhzhia Kherson Bakhmut Minsk Kabul Kandahar Islamabad Kashmir Beijing Taipei Pyongyang Seoul Tokyo Hanoi
Riyadh Doha Manama Muscat Abu_Dhabi Dubai Caracas Bogotá Belgrade Pristina Idlib Aleppo Deir_ez_-_Zor Homs Latakia
Tartus Hasakah Erbil Sulaymaniyah Kirkuk Mosul Basra Anbar Natanz Fordow Isfahan Bushehr Persian_Gulf
Strait_of_Hormuz Red_Sea Black_Sea South_China_Sea West_Bank Golan_Heights Vienna Geneva Brussels United_States
United_Kingdom Britain France Germany Italy Spain Poland Hungary Romania Bulgaria Greece Cyprus Albania Bosnia
Croatia Montenegro Finland Sweden Norway Denmark Netherlands Belgium Austria Switzerland Canada Mexico Brazil
Argentina Chile Peru Bolivia Cuba Haiti South_Africa Zimbabwe Zambia Tanzania Burundi South_Sudan
Central_African_Republic DRC Western_Sahara Mongolia Nepal Malaysia Singapore Australia New_Zealand London Paris
Berlin Rome Madrid Warsaw Budapest Washington New_York Ottawa Havana Nairobi Abuja Lagos Bamako Niamey Ouagadougou
Pretoria Kinshasa Goma Kigali Juba Tobruk Sirte Misrata Tunis Algiers Rabat Sochi Astana Almaty Tashkent Dushanbe
Bishkek Ashgabat Samarkand New_Delhi Mumbai Dhaka Colombo Kathmandu Shanghai Hong_Kong Macau Rawalpindi Lahore
Karachi Quetta Peshawar Balochistan Waziristan Herat Mazar_-_e_-_Sharif Kunduz Panjshir Mashhad Tabriz Shiraz Qom
Ahvaz Zahedan Bandar_Abbas Chabahar Kermanshah Khuzestan Sistan_and_Baluchestan Albu_Kamal Palmyra Raqqa Daraa
Quneitra Suwayda Afrin Manbij Kobani Qamishli Al_-_Tanf Ain_al_-_Asad Sinjar Diyala Samarra Fallujah Ramadi Najaf
Karbala Nablus Jenin Hebron Haifa Eilat Tulkarm Jabalia Nuseirat Tyre Sidon Baalbek Marib Taiz Saada
Bab_el_-_Mandeb Gulf_of_Aden Gulf_of_Oman Arabian_Sea Mediterranean Sea_of_Azov Donbas Odesa Lviv Dnipro Avdiivka
Vovchansk Belgorod Kursk Rostov Grozny Chechnya Dagestan Abkhazia South_Ossetia Transnistria Stepanakert Nakhchivan
Lachin Xinjiang Tibet Taiwan_Strait East_China_Sea Spratly_Islands Horn_of_Africa Sahel Tigray Amhara Oromia
Port_Sudan El_Fasher Cabo_Delgado Middle_East Europe Africa Asia Latin_America Central_Asia South_Caucasus
""".split()

# organisations, armed groups, parties and outlets
BODIES = """
Hezbollah Hamas Fatah Islamic_Jihad Islamic_State ISIS ISIL Daesh al_-_Qaeda Taliban Houthis Ansar_Allah
Kata'ib_Hezbollah Asa'ib_Ahl_al_-_Haq Badr_Organization Popular_Mobilization_Forces PMF Hashd_al_-_Shaabi IRGC
Islamic_Revolutionary_Guard_Corps Quds_Force Basij Artesh Syrian_Democratic_Forces SDF YPG PKK PYD Peshmerga
Hayat_Tahrir_al_-_Sham HTS Wagner_Group Rapid_Support_Forces RSF Boko_Haram al_-_Shabaab IAEA
International_Atomic_Energy_Agency NATO European_Union EU UN United_Nations Security_Council UN_Security_Council
African_Union Arab_League Gulf_Cooperation_Council GCC OPEC Shanghai_Cooperation_Organization BRICS OSCE ECOWAS
Knesset Likud Duma Kremlin Pentagon State_Department Foreign_Ministry Defence_Ministry Ministry_of_Foreign_Affairs
Ministry_of_Defense Supreme_National_Security_Council Assembly_of_Experts Guardian_Council Majlis Mossad Shin_Bet
IDF Israel_Defense_Forces Mojahedin_-_e_Khalq MEK Jaish_al_-_Adl FSB GRU Rosatom Rosneft Gazprom Tasnim_News_Agency
Fars_News IRNA ISNA SANA Press_TV Al_Jazeera Al_Mayadeen Al_Manar Reuters TASS RIA_Novosti Xinhua Kan Haaretz
Times_of_Israel Anadolu Rudaw Shafaq_News CENTCOM Red_Crescent OPCW ICC UNRWA UNHCR World_Bank IMF al_-_Mayadeen
al_-_Manar al_-_Arabiya Al_-_Monitor Asharq_al_-_Awsat Mehr_News Nour_News Entekhab Kayhan Jomhouri_Eslami
Sabereen_News Syria_TV Enab_Baladi North_Press SOHR Syrian_Observatory_for_Human_Rights Human_Rights_Watch
Amnesty_International Axios AP AFP BBC CNN Wall_Street_Journal New_York_Times Washington_Post Financial_Times
Der_Spiegel Le_Monde Kommersant Izvestia Bloomberg Politico Interfax Ukrinform Yonhap Kyodo NHK Nikkei CCTV
Global_Times People_'s_Liberation_Army People_'s_Daily Dawn Times_of_India ANI PTI World_Health_Organization WHO
Médecins_Sans_Frontières Congress Senate House_of_Representatives White_House Treasury_Department
US_Central_Command US_Navy Royal_Navy Bundeswehr Bundestag European_Commission European_Parliament
Council_of_Europe International_Criminal_Court International_Court_of_Justice ICJ G7 G20 ASEAN SADC IGAD Quad AUKUS
Interpol Syrian_Arab_Army SAA Free_Syrian_Army Syrian_National_Army Lebanese_Armed_Forces LAF UNIFIL MINUSMA UNMISS
Harakat_Hezbollah_al_-_Nujaba Saraya_al_-_Quds al_-_Qassam_Brigades Fatemiyoun_Division Zeynabiyoun_Brigade
Kata'ib_Sayyid_al_-_Shuhada Coordination_Framework State_of_Law KDP PUK Azov_Regiment Chornobaivka
Security_Service_of_Ukraine SBU GUR Verkhovna_Rada Federation_Council United_Russia FARC ELN Tatmadaw Arakan_Army
M23 Tigray_People_'s_Liberation_Front TPLF Oromo_Liberation_Army Allied_Democratic_Forces JNIM Lashkar_-_e_-_Taiba
Tehrik_-_i_-_Taliban_Pakistan TTP ISKP Iran_Air Mahan_Air Khatam_ol_Anbia Atomic_Energy_Organization_of_Iran AEOI
Ministry_of_Intelligence_and_Security Ministry_of_Interior Defense_Ministry Interior_Ministry Central_Bank
Supreme_Court Expediency_Council
""".split()

# adjectives of countries and peoples
DEMONYMS = """
Iranian Iraqi Syrian Lebanese Yemeni Israeli Palestinian Jordanian Egyptian Libyan Tunisian Algerian Moroccan
Sudanese Ethiopian Eritrean Somali Kenyan Ugandan Rwandan Congolese Malian Nigerien Chadian Nigerian Turkish
Armenian Azerbaijani Georgian Russian Ukrainian Belarusian Kazakh Uzbek Tajik Afghan Pakistani Indian Chinese
Taiwanese Japanese Philippine Vietnamese Saudi Qatari Kuwaiti Bahraini Omani Emirati Venezuelan Colombian Cuban
Serbian Polish German French British American US U.S. European Kurdish Houthi
""".split()

# offices before a name
TITLES = """
Foreign_Minister Defence_Minister Defense_Minister Prime_Minister President Interior_Minister Oil_Minister
Supreme_Leader Deputy_Foreign_Minister Secretary_of_State Parliament_Speaker Ambassador General Major_General
Brigadier_General Commander Special_Envoy King Emir Sheikh Ayatollah Chancellor Senator Vice_President Admiral
Chief_of_Staff Judiciary_Chief Intelligence_Minister Economy_Minister Foreign_Ministry_spokesperson
government_spokesman Crown_Prince Sultan Colonel Patriarch
""".split()

# plural heads of actor phrases
NOUNS = """
officials forces warplanes troops diplomats soldiers lawmakers militias rebels airstrikes drones fighters officers
authorities police media negotiators protesters companies banks tankers citizens commanders militants mediators
ministers settlers jets gunmen prosecutors intelligence_services proxies
""".split()

# offices after a name
ROLES = """
foreign_minister defence_minister defense_minister president prime_minister spokesman spokeswoman chief_negotiator
ambassador army_chief envoy commander leader intelligence_chief parliament_speaker deputy_commander
secretary_general director opposition_leader top_diplomat
""".split()

# months
MONTHS = """
January February March April May June July August September October November December
""".split()

# days
DAYS = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
""".split()
