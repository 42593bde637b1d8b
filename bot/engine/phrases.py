"""What candidates type when they do not answer, by intention, in English, Russian and Ukrainian together.

One list serves all three: people mix languages. Phrases are written as `classify.words` leaves them: lower case, no
punctuation, no apostrophes, `е` for `ё`.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Manner(StrEnum):
    """What a message is for, going by its words alone."""

    ANSWER = "answer"
    INSULT = "insult"
    ORDERS = "orders"
    PANIC = "panic"
    DONT_KNOW = "dont-know"
    HINT = "hint"
    SHOW = "show"
    SIMPLER = "simpler"
    REPEAT = "repeat"
    CLARIFY = "clarify"
    LATER = "later"
    STOP = "stop"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    NEXT = "next"
    YES = "yes"
    NO = "no"
    NOTHING = "nothing"
    GREETING = "greeting"
    THANKS = "thanks"
    REPORT = "report"
    SMALL_TALK = "small-talk"


def phrase_list(text: str) -> tuple[str, ...]:
    """The phrases of a text, which puts `|` or a line break between them."""
    return tuple(phrase for line in text.splitlines() for part in line.split("|") if (phrase := part.strip()))


WHOLE: Mapping[Manner, tuple[str, ...]] = MappingProxyType(
    {
        Manner.DONT_KNOW: phrase_list("""
i dont know | i do not know | dont know | dunno | i dunno | idk | dk | no idea | i have no idea | no clue
havent a clue | not a clue | i have no clue | clueless | beats me | not sure | im not sure | i cant say
cant say
i cant answer | cant answer | i cannot answer | i dont remember | dont remember | i do not remember | i forgot
forgot
i cant remember | cant recall | i cant recall | never heard of it | never heard of that | never heard
ive never heard
never used it | i have never used it | i have never worked with it | never worked with it | i havent worked with
i havent used | not familiar | im not familiar with this | im not familiar with it | ive no idea | i give up
give up
i dont have an answer | no answer | i dont know this | i dont know that | i dont know about it
i cant think of anything
i cant think of an example | nothing comes to mind | i really dont know | i have not heard of it
couldnt tell you
out of my depth | i didnt study this | havent learned this | i wouldnt know | no thoughts
не знаю | я не знаю | хз | х з | хезе | без понятия | без понятий | понятия не имею | ни малейшего понятия
не имею понятия | не имею представления | без представления | не в курсе | не помню | я не помню
не помню точно | забыл
забыла | вылетело из головы | не вспомню | не могу вспомнить | не могу ответить | не отвечу | не смогу ответить
затрудняюсь ответить | затрудняюсь | не сталкивался | не сталкивалась | никогда не сталкивался
не работал с этим
не работала с этим | никогда не работал | не слышал | не слышала | впервые слышу | первый раз слышу | не изучал
не изучала | не учил | не учила | не знаком | не знакома | не знаком с этим | сдаюсь | пас | я пас | фиг знает
хрен знает | черт знает | кто его знает | не уверен | не уверена | нет ответа | ничего не приходит в голову
нез | незн
незнаю | не знаю ответа | не знаю этого | не знаю что ответить | не знаю что сказать | не скажу | не подскажу
ноль идей
нет идей | не пользовался | не использовал | ни разу не использовал | не готов ответить | не довелось
знать не знаю | без идей | честно не знаю | а хз | да хз | вообще не знаю | даже не знаю | нету идей
я не знаю | гадки не маю | не маю гадки | поняття не маю | не маю поняття | без поняття | уявлення не маю
не маю уявлення | не памятаю | я не памятаю | забув | забула | вилетіло з голови | не пригадую | не можу згадати
не можу відповісти | не відповім | важко відповісти | важко сказати | не стикався | не стикалася
ніколи не стикався
не працював з цим | не працювала з цим | ніколи не працював | не чув | не чула | вперше чую | перший раз чую
не вивчав
не вивчала | не вчив | не вчила | не знайомий | не знайома | здаюся | здаюсь | не впевнений | не впевнена
немає відповіді | нічого не спадає на думку | не скажу | хтозна | хто зна | біс його знає | чорт його знає
немає ідей | нема ідей | не користувався | не використовував | не знаю відповіді | не знаю цього | не в курсі
уяви не маю | жодної гадки | жодного уявлення | не підкажу | чесно не знаю | навіть не знаю | взагалі не знаю
i dont remember anything | i dont remember any of it | i dont remember any of this | i have to look that up
id have to look that up | i would have to look that up | id have to look it up | i would need to look that up
ничего не помню | ничего из этого не помню | надо смотреть в документации | надо гуглить | я бы погуглил
этого не знаю | этого я не знаю | такого не знаю
нічого не памятаю | нічого з цього не памятаю | треба дивитися в документації | треба гуглити | я б погуглив
цього не знаю | цього я не знаю | такого не знаю
"""),
        Manner.HINT: phrase_list("""
hint | a hint | hint please | give me a hint | can i have a hint | can i get a hint | could you give me a hint
need a hint
i need a hint | any hints | help | help me | help me out | give me a clue | a clue | clue
point me in the right direction
nudge me | some help | i dont know give me a hint | no idea give me a hint | not sure can i have a hint
не знаю подскажи | не знаю подскажите | не помню подскажите | не знаю дайте подсказку | не знаю а подсказка есть
не знаю підкажи | не знаю підкажіть | не памятаю підкажіть | не знаю дайте підказку | не знаю а підказка є
подскажи | подскажите | подсказка | подсказку | дай подсказку | дайте подсказку | можно подсказку
нужна подсказка
намекни | намек | помоги | помогите | наведи на мысль | наводящий вопрос | можно наводящий вопрос | подсказочку
подскажи плиз | помощь | помощь зала | подтолкни
підкажи | підкажіть | підказка | підказку | дай підказку | дайте підказку | можна підказку | потрібна підказка
натякни | натяк | допоможи | допоможіть | наведи на думку | навідне питання | можна навідне питання | допомога
підкажи будь ласка
"""),
        Manner.SHOW: phrase_list("""
tell me the answer | give me the answer | show me the answer | whats the answer | what is the answer
show the answer
just tell me | what is the right answer | whats the right answer | what is right | whats right | whats correct
what is the correct answer | tell me | answer it yourself | show answer | give me the solution
show a strong answer
what would you say | what should i have said | explain it to me | you tell me | reveal the answer
скажи ответ | скажите ответ | дай ответ | дайте ответ | покажи ответ | покажите ответ | какой ответ
какой правильный ответ
а какой правильный ответ | правильный ответ | как правильно | а как правильно | а как надо | ответь сам
ответь сама
расскажи сам | объясни сам | ты скажи | ты мне скажи | сам скажи | хочу ответ | ответ в студию | объясни мне
скажи відповідь | скажіть відповідь | дай відповідь | дайте відповідь | покажи відповідь | покажіть відповідь
яка відповідь | яка правильна відповідь | правильна відповідь | як правильно | а як правильно | а як треба
відповідай сам | сам скажи | розкажи сам | поясни сам | поясни мені | ти скажи | хочу відповідь
"""),
        Manner.SIMPLER: phrase_list("""
simpler | simpler please | in simpler words | rephrase | can you rephrase | could you rephrase | rephrase please
put it differently | say it differently | in other words | i dont understand the question | i dont understand
i didnt understand | i dont get it | i didnt get it | didnt get the question | what does that mean
easier please | what
i do not understand the question | what do you want from me | huh | not clear | unclear | too complicated
проще | попроще | можно проще | можно попроще | скажи проще | перефразируй | перефразируйте | другими словами
можно другими словами | иначе | не понял | не поняла | не понял вопрос | не понял вопроса | не поняла вопрос
не понимаю
не понимаю вопрос | не понятно | непонятно | вопрос непонятен | вопрос не понятен | сформулируй иначе | чего
объясни вопрос | поясни вопрос | что ты хочешь услышать | что вы хотите услышать | в чем вопрос | не врубаюсь
не догоняю | что | что что | шо | чо | в смысле | это как | в каком это смысле
простіше | можна простіше | скажи простіше | перефразуй | перефразуйте | іншими словами | можна іншими словами
не зрозумів | не зрозуміла | не зрозумів питання | не зрозуміла питання | не розумію | не розумію питання
незрозуміло | не зрозуміло
explain the question | explain more simply | more simply | say it simpler | say it more simply | explain simpler
объясни проще | объясните проще | поясни проще | скажите проще | сформулируй по другому | сформулируйте по другому
скажи другими словами | скажите другими словами | объясни другими словами
поясни простіше | поясніть простіше | скажіть простіше | сформулюй по іншому | сформулюйте інакше
скажи іншими словами | скажіть іншими словами | сказати іншими словами | поясни іншими словами
питання незрозуміле | сформулюй інакше | інакше | поясни питання | не второпав
не догнав | що | що що | в сенсі | це як
"""),
        Manner.REPEAT: phrase_list("""
repeat | repeat please | can you repeat | could you repeat | repeat the question | say again | say that again
once more
come again | again please | what was the question | whats the question | pardon | sorry what | one more time
could you repeat the question | can you repeat the question
повтори | повторите | повтори вопрос | повторите вопрос | еще раз | можно еще раз | какой вопрос
какой был вопрос
напомни вопрос | а какой вопрос | еще раз вопрос | что за вопрос | повтори пожалуйста
повторіть | повтори питання | повторіть питання | ще раз | можна ще раз | яке питання | яке було питання
нагадай питання | повтори запитання | повторіть запитання | яке запитання
"""),
        Manner.SKIP: phrase_list("""
skip | skip it | skip this | skip this one | skip the question | skip please | lets skip | lets skip it
lets skip this one
can we skip | pass | i pass | i will pass | ill pass | another question | different question
a different question
скип | скипни | скипнем | пропусти | пропустим | пропустить | пропускаю | пропустить вопрос | давай пропустим
давайте пропустим | можно пропустить | другой вопрос | давай другой вопрос | давай другой | пропуск
этот пропустим
пропустити | пропускаю | пропустімо | давай пропустимо | давайте пропустимо | можна пропустити | інше питання
давай інше | давай інше питання | пропуск | пропусти питання | інше запитання
"""),
        Manner.NEXT: phrase_list("""
next | next question | next one | next please | go on | lets go on | move on | lets move on | thats all i have
thats all
thats it | continue | im done | done | nothing more | nothing to add | i have nothing to add | finished
дальше | далее | следующий | следующий вопрос | давай дальше | поехали дальше | идем дальше | пошли дальше
это все
у меня все | все что знаю | больше ничего | нечего добавить | больше нечего добавить | добавить нечего
продолжай
продолжим | давай следующий | на этом все
далі | наступне | наступне питання | давай далі | йдемо далі | рухаємось далі | це все | у мене все
все що знаю
більше нічого | нічого додати | немає що додати | більше нічого додати | продовжуй | продовжимо | поїхали далі
наступне запитання | на цьому все
thats as far as i can take it | thats as far as i can go | thats as far as i go | that is all i know | thats all i know
thats about it | thats all i can say | больше ничего не скажу | это все что я знаю | больше не знаю
це все що я знаю | більше нічого не скажу | більше не знаю
"""),
        Manner.STOP: phrase_list("""
stop | stop it | stop please | stop the interview | end | end the interview | finish the interview | enough
thats enough
im out | quit | exit | i quit | lets stop | lets stop here | lets finish | i want to stop | i want to finish
cancel | over
стоп | хватит | достаточно | закончим | заканчиваем | давай закончим | давайте закончим | закончить | завершить
заверши | останови | остановись | хорош | прекрати | прекращаем | я ухожу | выход | конец | все стоп
заканчивай
закончить интервью | завершить интервью | хочу закончить | на этом закончим | остановить
досить | годі | вистачить | закінчимо | закінчуємо | давай закінчимо | закінчити | завершити | зупини | зупинись
enough for today | thats all for today | хватит на сегодня | на сегодня хватит | на сегодня все | досить на сьогодні
на сьогодні досить | на сьогодні все
припини | вихід | кінець | я йду | завершимо | хочу закінчити | на цьому закінчимо | закінчити співбесіду
зупинити
"""),
        Manner.PAUSE: phrase_list("""
pause | lets pause | take a break | a break | i need a break | give me a break | brb | be right back | later
wait
one moment | wait a minute | hold on | back in five | give me five minutes | ill be back | not now
пауза | на паузу | давай паузу | перерыв | сделаем перерыв | мне нужен перерыв | позже | потом | давай позже
отойду
я отойду | подожди | подождите | секунду | минутку | одну минуту | не сейчас | скоро вернусь | вернусь позже
перерва | зробимо перерву | потрібна перерва | пізніше | потім | давай пізніше | відійду | зачекай | зачекайте
хвилинку | не зараз | скоро повернусь | почекай | почекайте
"""),
        Manner.RESUME: phrase_list("""
resume | im back | i am back | back | lets continue | lets resume | continue | ready | im ready | lets go
go ahead
продолжить | продолжаем | продолжим | давай продолжим | я вернулся | я вернулась | вернулся | я тут | я здесь
готов
готова | я готов | погнали | поехали
продовжити | продовжуємо | продовжимо | давай продовжимо | я повернувся | я повернулась | повернувся | готовий
я готовий | я готова | поїхали
"""),
        Manner.PANIC: phrase_list("""
im stupid | i am stupid | im so stupid | im an idiot | im dumb | i am dumb | im so dumb | i suck | im terrible
im a failure
im panicking | im freaking out | my mind is blank | my mind went blank | im nervous | im so nervous
i cant do this | my head is empty | im so confused | my brain is frozen
im hopeless | im screwed | im going to fail | i feel stupid | im lost | im stuck | brain freeze
я тупой | я тупая | я такой тупой | я дурак | я дура | я идиот | я идиотка | я лох | я нуб | я туплю | туплю
я паникую | паника
я волнуюсь | очень волнуюсь | нервничаю | я нервничаю | все вылетело | все забыл | все из головы вылетело
я не справлюсь | в голове пусто | голова пустая | пусто в голове | мозг завис
я ничего не знаю | мне конец | я завалил | я завалю | я поплыл | поплыл | я в ступоре | ступор | я безнадежен
я тупий | я тупа | я дурень | я ідіот | я нікчема | я панікую | паніка | я хвилююся | дуже хвилююсь | нервую
я нервую
у голові порожньо | порожньо в голові | голова порожня | мозок завис
все вилетіло | все забув | я не впораюся | я нічого не знаю | мені кінець | я завалив | я поплив | ступор
я безнадійний
"""),
        Manner.CLARIFY: phrase_list("""
what do you mean | what exactly do you mean | which version | what version | which database | which language
in what context | in which context | could you clarify | can you clarify | please clarify | do you mean
can you be more specific
could you be more specific | in general or in particular | in what sense | are we talking about
what is the context
can i assume | should i assume | what kind of
что вы имеете в виду | что ты имеешь в виду | что имеется в виду | вы имеете в виду | ты имеешь в виду
какая версия
в какой версии | какой версии | какая база | в каком смысле | в каком контексте | уточните | уточни
уточните вопрос
уточни вопрос | можно уточнить | а можно уточнить | конкретнее | можно конкретнее | что именно | про что именно
о чем речь
речь о | речь про
що ви маєте на увазі | що ти маєш на увазі | що мається на увазі | ви маєте на увазі | ти маєш на увазі
яка версія
в якій версії | якої версії | яка база | в якому сенсі | в якому контексті | уточніть | уточни
уточніть питання
уточни питання | можна уточнити | конкретніше | можна конкретніше | що саме | про що саме | про що мова
мова про | йдеться про
"""),
        Manner.LATER: phrase_list("""
how is it in production | how do you do it in production | what do you use in production
how do you do it at your company
how does your team do it | what stack do you use | what is the salary | whats the salary
tell me about the project
how is it done in real projects | what do you use | in your company | at your company | in your team | on your project
как у вас в проде | а как у вас в проде | как это в проде | как это делают в проде | как это у вас | а как у вас
в вашей компании | у вас в компании | у вас в команде | на вашем проекте
что вы используете в проде | какой у вас стек | какая зарплата | расскажите о проекте | как в реальных проектах
як у вас у проді | а як у вас у проді | як це в проді | як це роблять у проді | як це у вас | а як у вас
у вашій компанії | у вас у компанії | у вас у команді | на вашому проєкті
що ви використовуєте в проді | який у вас стек | яка зарплата | розкажіть про проєкт | як у реальних проєктах
"""),
        Manner.GREETING: phrase_list("""
hi | hello | hey | hi there | hello there | good morning | good afternoon | good evening | nice to meet you
hi ready | hi im ready | hello im ready | hello lets start | lets start | lets begin
привет | приветствую | здравствуйте | здравствуй | здрасте | добрый день | добрый вечер | доброе утро
приятно познакомиться
привет готов | привет готова | привет поехали | давайте начнем | начнем
привіт | вітаю | здрастуйте | добрий день | добрий вечір | доброго дня | доброго ранку | добрий ранок
приємно познайомитися
привіт готовий | привіт готова | привіт поїхали | почнімо | почнемо
"""),
        Manner.THANKS: phrase_list("""
thank you | thanks | thanks a lot | many thanks | thx | спасибо | спасибо большое | благодарю | спс
дякую | щиро дякую | дуже дякую
"""),
        Manner.REPORT: phrase_list("""
report | the report | show the report | show me the report | give me the report | show my score | what is my score
whats my score | how am i doing | whats my result | show the result
отчет | покажи отчет | покажите отчет | дай отчет | где отчет | покажи результат | какой у меня результат
какой у меня балл | как у меня дела
звіт | покажи звіт | покажіть звіт | дай звіт | де звіт | покажи результат | який у мене результат | який у мене бал
"""),
        Manner.SMALL_TALK: phrase_list("""
how are you | whats up | who are you | are you a bot | are you human
are you a robot | whats your name | what is your name | nice weather | lol | haha | tell me a joke
how old are you | what time is it | im hungry | im tired
как дела | как ты | кто ты | ты бот | ты робот
ты человек | как тебя зовут | расскажи анекдот | расскажи шутку | лол | хаха | ахах | сколько времени | я устал
я голоден | какая погода | что делаешь
як справи | хто ти | ти бот | ти людина
як тебе звати | розкажи анекдот | розкажи жарт | котра година | я втомився | я голодний | яка погода
що робиш
"""),
        Manner.YES: phrase_list("""
yes | yeah | yep | yup | sure | right | exactly | correct | i do | thats what i mean | yes i do | of course
indeed | absolutely
yes exactly | y | thats right | true | that is right | i mean that | definitely | yes that is what i mean
да | ага | угу | верно | именно | конечно | точно | да именно | да верно | так и есть | правильно | да конечно
именно так | да да
все верно | совершенно верно | однозначно | да так
так | еге | авжеж | звісно | саме так | так саме | вірно | так звісно | звичайно | правильно | так так | так і є
точно
"""),
        Manner.NO: phrase_list("""
no | nope | nah | not really | not exactly | no i dont | of course not | no no | i dont mean that
thats not what i mean
no not at all | not at all | n | thats wrong | false
нет | неа | не | не совсем | не так | конечно нет | нет конечно | не это | я не это имел в виду | нет не это
вовсе нет
нет нет | совсем нет | ни в коем случае
ні | нє | не зовсім | звісно ні | ні звісно | не те | я не це мав на увазі | ні не це | зовсім ні | ні ні
в жодному разі
"""),
        Manner.NOTHING: phrase_list("""
nothing | no nothing | nothing else | no thanks | no thank you | nothing to correct | all good | thats all
thats it
im good | no im good | that would be all | nope nothing | nothing more | no corrections | no questions
its fine | im fine | thanks
ничего | нет ничего | нет спасибо | спасибо нет | больше ничего | все нормально | все хорошо | все ок
исправлять нечего
нечего исправлять | нечего добавить | это все | на этом все | все | без исправлений | вопросов нет | спасибо
нет все
все верно | не хочу | ничего не хочу | ничего исправлять
нічого | ні нічого | ні дякую | дякую ні | більше нічого | все добре | все нормально | нічого виправляти
немає що виправляти | нічого додати | це все | на цьому все | без виправлень | питань немає | дякую | ні все
все гаразд | не хочу
"""),
    }
)
"""Phrases that decide only when they are the whole message or most of it."""
