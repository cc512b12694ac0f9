<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en_US">
    <context>
        <name>AcceptBox</name>
        <message>
            <source>left out of batches</source>
            <translation>вне запусков</translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Принять</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Принят</translation>
        </message>
        <message>
            <source>Take {number} is accepted</source>
            <translation>Дубль {number} принят</translation>
        </message>
        <message>
            <source>Accept Take {number}</source>
            <translation>Принять дубль {number}</translation>
        </message>
    </context>
    <context>
        <name>AcceptedBox</name>
        <message>
            <source>Accepted</source>
            <translation>Приняты</translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n · left out of batches</source>
            <translation>
                <numerusform>{count} из %n · вне запусков</numerusform>
                <numerusform>{count} из %n · вне запусков</numerusform>
                <numerusform>{count} из %n · вне запусков</numerusform>
            </translation>
        </message>
        <message>
            <source>left out of batches</source>
            <translation>вне запусков</translation>
        </message>
    </context>
    <context>
        <name>Account</name>
        <message>
            <source>in the system's keyring</source>
            <translation>в хранилище паролей системы</translation>
        </message>
        <message>
            <source>in a file that only you and administrators can read</source>
            <translation>в файле, который можете прочесть только вы и администраторы</translation>
        </message>
        <message>
            <source>in a file that only you can read</source>
            <translation>в файле, который можете прочесть только вы</translation>
        </message>
        <message>
            <source>in the environment, as KIE_API_KEY</source>
            <translation>в переменной окружения KIE_API_KEY</translation>
        </message>
        <message>
            <source>in the settings beside the film</source>
            <translation>в настройках рядом с фильмом</translation>
        </message>
        <message>
            <source>nowhere</source>
            <translation>нигде</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>Did KIE charge for it? Its list of tasks tells. What you leave is not asked about again; if it may have been charged, it counts as spent. Should its task turn up later, it can still be brought home.</source>
            <translation>Списал ли KIE за это кредиты? Это видно в его списке задач. Об оставленном больше не спрашивают; если кредиты могли быть списаны, они считаются потраченными. Если задача найдётся позже, её результат ещё можно забрать.</translation>
        </message>
        <message>
            <source>Yes, or I do not know</source>
            <translation>Да, или не знаю</translation>
        </message>
        <message>
            <source>No, it was not charged</source>
            <translation>Нет, не списал</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>Проверить</translation>
        </message>
        <message>
            <source>Leave it…</source>
            <translation>Оставить…</translation>
        </message>
    </context>
    <context>
        <name>Badge</name>
        <message>
            <source>Read only</source>
            <translation>Только чтение</translation>
        </message>
        <message>
            <source>Practice mode · no money</source>
            <translation>Тренировка · без денег</translation>
        </message>
        <message>
            <source>Practice</source>
            <translation>Тренировка</translation>
        </message>
        <message>
            <source>No key yet · Go real…</source>
            <translation>Ключа нет · Снимать по-настоящему…</translation>
        </message>
        <message>
            <source>No key yet</source>
            <translation>Ключа нет</translation>
        </message>
        <message>
            <source>KIE account</source>
            <translation>Счёт KIE</translation>
        </message>
        <message>
            <source>KIE account · {left} cr left</source>
            <translation>Счёт KIE · осталось {left} кр.</translation>
        </message>
        <message>
            <source>{left} cr left</source>
            <translation>осталось {left} кр.</translation>
        </message>
        <message>
            <source>The KIE account pays</source>
            <translation>Платит счёт KIE</translation>
        </message>
        <message>
            <source>The KIE account pays: {amount} credits on it</source>
            <translation>Платит счёт KIE: на нём {amount} кр.</translation>
        </message>
        <message>
            <source>cr</source>
            <comment>credits</comment>
            <translation>кр.</translation>
        </message>
    </context>
    <context>
        <name>BatchPage</name>
        <message>
            <source>Generate</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>Change the budget…</source>
            <translation>Изменить бюджет…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Nothing can be sent now</source>
            <translation>Сейчас ничего нельзя отправить</translation>
        </message>
        <message numerus="yes">
            <source>Generate %n takes</source>
            <translation>
                <numerusform>Создать %n дубль</numerusform>
                <numerusform>Создать %n дубля</numerusform>
                <numerusform>Создать %n дублей</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is left to send</source>
            <translation>Отправлять больше нечего</translation>
        </message>
        <message numerus="yes">
            <source>Send %n shots without a known price</source>
            <translation>
                <numerusform>Отправить %n шот без известной цены</numerusform>
                <numerusform>Отправить %n шота без известной цены</numerusform>
                <numerusform>Отправить %n шотов без известной цены</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate what fits · %n takes · {cost}</source>
            <translation>
                <numerusform>Создать, на что хватает · %n дубль · {cost}</numerusform>
                <numerusform>Создать, на что хватает · %n дубля · {cost}</numerusform>
                <numerusform>Создать, на что хватает · %n дублей · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n shots</source>
            <translation>
                <numerusform>Создать %n шот</numerusform>
                <numerusform>Создать %n шота</numerusform>
                <numerusform>Создать %n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>The budget is not enough for this, so nothing was sent yet</source>
            <translation>Бюджета на это не хватает, поэтому пока ничего не отправлено</translation>
        </message>
        <message numerus="yes">
            <source>Generate %n unchanged shots again, too</source>
            <translation>
                <numerusform>Создать заново и %n неизменённый шот</numerusform>
                <numerusform>Создать заново и %n неизменённых шота</numerusform>
                <numerusform>Создать заново и %n неизменённых шотов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate all %n shots · {cost}</source>
            <translation>
                <numerusform>Создать %n шот · {cost}</numerusform>
                <numerusform>Создать все %n шота · {cost}</numerusform>
                <numerusform>Создать все %n шотов · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate all %n takes · {cost}</source>
            <translation>
                <numerusform>Создать %n дубль · {cost}</numerusform>
                <numerusform>Создать все %n дубля · {cost}</numerusform>
                <numerusform>Создать все %n дублей · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate what fits · %n shots · {cost}</source>
            <translation>
                <numerusform>Создать, на что хватает · %n шот · {cost}</numerusform>
                <numerusform>Создать, на что хватает · %n шота · {cost}</numerusform>
                <numerusform>Создать, на что хватает · %n шотов · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Below</name>
        <message>
            <source>Decide…</source>
            <translation>Решить…</translation>
        </message>
    </context>
    <context>
        <name>Beside</name>
        <message>
            <source>IN THIS SHOT</source>
            <translation>В ЭТОМ ШОТЕ</translation>
        </message>
        <message>
            <source>ELEMENTS</source>
            <translation>ЭЛЕМЕНТЫ</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>To the end of the film</source>
            <translation>В конец фильма</translation>
        </message>
        <message>
            <source>Before scene {number}</source>
            <translation>Перед сценой {number}</translation>
        </message>
        <message>
            <source>To scene {scene}, first</source>
            <translation>В сцену {scene}, первым</translation>
        </message>
        <message>
            <source>To scene {scene}, after {number}</source>
            <translation>В сцену {scene}, после {number}</translation>
        </message>
        <message>
            <source>{key}: back</source>
            <translation>{key}: назад</translation>
        </message>
    </context>
    <context>
        <name>BoardGround</name>
        <message numerus="yes">
            <source>{shown} of %n shots</source>
            <translation>
                <numerusform>{shown} из %n шота</numerusform>
                <numerusform>{shown} из %n шотов</numerusform>
                <numerusform>{shown} из %n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>{shown} of 1 shot</source>
            <translation>{shown} из 1 шота</translation>
        </message>
    </context>
    <context>
        <name>Bubble</name>
        <message>
            <source>No more notes</source>
            <translation>Больше не показывать</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Дальше</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Next note</source>
            <translation>Следующая подсказка</translation>
        </message>
        <message>
            <source>{number} of {count}</source>
            <translation>{number} из {count}</translation>
        </message>
    </context>
    <context>
        <name>CaptionLane</name>
        <message>
            <source>Move a caption</source>
            <translation>Сдвинуть титр</translation>
        </message>
        <message>
            <source>Remove a caption</source>
            <translation>Убрать титр</translation>
        </message>
        <message>
            <source>Words of the caption</source>
            <translation>Слова титра</translation>
        </message>
        <message>
            <source>Change a caption</source>
            <translation>Изменить титр</translation>
        </message>
        <message>
            <source>New caption</source>
            <translation>Новый титр</translation>
        </message>
    </context>
    <context>
        <name>CardSize</name>
        <message>
            <source>Smaller (Ctrl+wheel)</source>
            <translation>Мельче (Ctrl+колесо)</translation>
        </message>
        <message>
            <source>Larger (Ctrl+wheel)</source>
            <translation>Крупнее (Ctrl+колесо)</translation>
        </message>
        <message>
            <source>Size of the cards</source>
            <translation>Размер карточек</translation>
        </message>
        <message>
            <source>Size of the cards (Ctrl+wheel)</source>
            <translation>Размер карточек (Ctrl+колесо)</translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message>
            <source>New shot</source>
            <translation>Новый шот</translation>
        </message>
        <message>
            <source>No shots yet</source>
            <translation>Шотов пока нет</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>What the script becomes</source>
            <translation>Что выйдет из сценария</translation>
        </message>
    </context>
    <context>
        <name>CheckPage</name>
        <message>
            <source>Check what came of it</source>
            <translation>Что из этого вышло</translation>
        </message>
        <message>
            <source>The one before</source>
            <translation>Предыдущий</translation>
        </message>
        <message>
            <source>The next one</source>
            <translation>Следующий</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Посмотреть ещё раз</translation>
        </message>
        <message>
            <source>Open the list of tasks</source>
            <translation>Открыть список задач</translation>
        </message>
        <message>
            <source>Paste the task id here</source>
            <translation>Вставьте сюда номер задачи</translation>
        </message>
        <message>
            <source>Task id</source>
            <translation>Номер задачи</translation>
        </message>
        <message>
            <source>It is this one</source>
            <translation>Это она</translation>
        </message>
        <message>
            <source>Yes, I am sure</source>
            <translation>Да, это точно она</translation>
        </message>
        <message>
            <source>What the balance says</source>
            <translation>Что говорит баланс</translation>
        </message>
        <message>
            <source>Open the list of tasks at KIE and look for one of this time with these words. If it is there, copy its task id and paste it: its result is brought home, and nothing is charged again. If it is not there, making it again is safe.</source>
            <translation>Откройте список задач KIE и найдите задачу с этим временем и этими словами. Если она там есть, скопируйте её номер и вставьте его: результат будет забран, и второй раз ничего не спишется. Если её там нет, можно спокойно сделать заново.</translation>
        </message>
        <message>
            <source>Look for it at KIE</source>
            <translation>Поищите у KIE</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>{place} of {all}</source>
            <translation>{place} из {all}</translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
                <numerusform>ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Asking for the balance…</source>
            <translation>Спрашиваем баланс…</translation>
        </message>
        <message>
            <source>Asking for that task…</source>
            <translation>Спрашиваем об этой задаче…</translation>
        </message>
        <message>
            <source>What KIE says of it</source>
            <translation>Что об этом говорит KIE</translation>
        </message>
    </context>
    <context>
        <name>Chooser</name>
        <message>
            <source>Columns</source>
            <translation>Столбцы</translation>
        </message>
        <message>
            <source>As at the start</source>
            <translation>Как было вначале</translation>
        </message>
        <message>
            <source>COLUMNS</source>
            <translation>СТОЛБЦЫ</translation>
        </message>
    </context>
    <context>
        <name>ColumnList</name>
        <message>
            <source>Columns of the shot list</source>
            <translation>Столбцы списка шотов</translation>
        </message>
        <message>
            <source>shown</source>
            <translation>показан</translation>
        </message>
        <message>
            <source>hidden</source>
            <translation>скрыт</translation>
        </message>
        <message>
            <source>always shown</source>
            <translation>показан всегда</translation>
        </message>
    </context>
    <context>
        <name>ColumnRow</name>
        <message>
            <source>always</source>
            <translation>всегда</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>The shot before, the next shot</source>
            <translation>Предыдущий шот, следующий шот</translation>
        </message>
        <message>
            <source>The scene before, the next scene</source>
            <translation>Предыдущая сцена, следующая сцена</translation>
        </message>
        <message>
            <source>The first shot, the last shot</source>
            <translation>Первый шот, последний шот</translation>
        </message>
        <message>
            <source>Move the chosen shots</source>
            <translation>Сдвинуть выбранные шоты</translation>
        </message>
        <message>
            <source>Move the chosen shots to the start, to the end of the film</source>
            <translation>Переставить выбранные шоты в начало, в конец фильма</translation>
        </message>
        <message>
            <source>One frame back, one frame on</source>
            <translation>Кадр назад, кадр вперёд</translation>
        </message>
        <message>
            <source>One second back, one second on</source>
            <translation>Секунда назад, секунда вперёд</translation>
        </message>
        <message>
            <source>To the start, to the end</source>
            <translation>В начало, в конец</translation>
        </message>
        <message>
            <source>To the cut before, to the next cut</source>
            <translation>К предыдущей склейке, к следующей</translation>
        </message>
        <message>
            <source>The take above, the take below</source>
            <translation>Дубль выше, дубль ниже</translation>
        </message>
        <message>
            <source>The line above, the line below</source>
            <translation>Строка выше, строка ниже</translation>
        </message>
        <message>
            <source>Some rows up, some rows down</source>
            <translation>На несколько рядов вверх, вниз</translation>
        </message>
        <message>
            <source>The first shot, the last shot of the scene</source>
            <translation>Первый шот, последний шот сцены</translation>
        </message>
        <message>
            <source>Move the chosen shots to the scene above, to the scene below</source>
            <translation>Переставить выбранные шоты в сцену выше, в сцену ниже</translation>
        </message>
        <message>
            <source>The card above, the card below</source>
            <translation>Карточка выше, карточка ниже</translation>
        </message>
        <message>
            <source>The filter before, the next filter</source>
            <translation>Предыдущий фильтр, следующий фильтр</translation>
        </message>
        <message>
            <source>Music or caption one frame earlier, later</source>
            <translation>Музыка или титр на кадр раньше, позже</translation>
        </message>
        <message>
            <source>Music or caption one second earlier, later</source>
            <translation>Музыка или титр на секунду раньше, позже</translation>
        </message>
        <message>
            <source>The one before, the next one</source>
            <translation>Предыдущее, следующее</translation>
        </message>
        <message>
            <source>Louder, quieter</source>
            <translation>Громче, тише</translation>
        </message>
        <message>
            <source>Longer fade in, longer fade out</source>
            <translation>Длиннее нарастание, длиннее затухание</translation>
        </message>
        <message>
            <source>Shorter fade in, shorter fade out</source>
            <translation>Короче нарастание, короче затухание</translation>
        </message>
        <message>
            <source>Go on; what is chosen stays</source>
            <translation>Идти дальше; выбранное остаётся</translation>
        </message>
        <message>
            <source>Choose the shot beside the others, or not any more</source>
            <translation>Добавить шот к выбранным или убрать из них</translation>
        </message>
        <message>
            <source>move shot</source>
            <translation>сдвинуть шот</translation>
        </message>
        <message>
            <source>earlier, later</source>
            <translation>раньше, позже</translation>
        </message>
        <message>
            <source>previous, next</source>
            <translation>предыдущее, следующее</translation>
        </message>
        <message>
            <source>The picture before, the next picture</source>
            <translation>Предыдущая картинка, следующая картинка</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>картинка</translation>
        </message>
        <message>
            <source>Move the picture to the front, to the back</source>
            <translation>Сдвинуть картинку к началу, к концу</translation>
        </message>
        <message>
            <source>Move the frame of the crop</source>
            <translation>Сдвинуть рамку обрезки</translation>
        </message>
        <message>
            <source>Larger frame, smaller frame</source>
            <translation>Рамка больше, рамка меньше</translation>
        </message>
        <message>
            <source>From cell to cell, from row to row; a scene's row folds</source>
            <translation>По ячейкам, по строкам; строка сцены сворачивается</translation>
        </message>
        <message>
            <source>A page of rows up, down</source>
            <translation>На страницу строк вверх, вниз</translation>
        </message>
        <message>
            <source>The first cell of the row, the last one</source>
            <translation>Первая ячейка строки, последняя</translation>
        </message>
        <message>
            <source>The first row, the last one</source>
            <translation>Первая строка, последняя</translation>
        </message>
        <message>
            <source>Move the chosen shots up, down</source>
            <translation>Сдвинуть выбранные шоты вверх, вниз</translation>
        </message>
        <message>
            <source>The next cell, the cell before</source>
            <translation>Следующая ячейка, предыдущая</translation>
        </message>
        <message>
            <source>cell</source>
            <translation>ячейка</translation>
        </message>
        <message>
            <source>next cell</source>
            <translation>следующая ячейка</translation>
        </message>
        <message>
            <source>Copy the words of the cells, paste words into them</source>
            <translation>Копировать слова ячеек, вставить слова в ячейки</translation>
        </message>
        <message>
            <source>Move &amp;left</source>
            <translation>Сдвинуть в&amp;лево</translation>
        </message>
        <message>
            <source>Move &amp;right</source>
            <translation>Сдвинуть в&amp;право</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Смотреть</translation>
        </message>
        <message>
            <source>Play the shot</source>
            <translation>Смотреть шот</translation>
        </message>
        <message>
            <source>play shot</source>
            <translation>смотреть шот</translation>
        </message>
        <message>
            <source>Tick a shot's box, or clear it, while boxes are shown</source>
            <translation>Поставить или снять галочку шота, пока галочки показаны</translation>
        </message>
        <message>
            <source>tick the box</source>
            <translation>галочка</translation>
        </message>
        <message>
            <source>Choose all shots</source>
            <translation>Выбрать все шоты</translation>
        </message>
        <message>
            <source>Give a drag up</source>
            <translation>Отменить перетаскивание</translation>
        </message>
        <message>
            <source>Write the words of the shot</source>
            <translation>Писать слова шота</translation>
        </message>
        <message>
            <source>words</source>
            <translation>слова</translation>
        </message>
        <message>
            <source>Mute the track, or hear it</source>
            <translation>Выключить или включить звук дорожки</translation>
        </message>
        <message>
            <source>mute</source>
            <translation>без звука</translation>
        </message>
        <message>
            <source>Change its fields or words</source>
            <translation>Изменить поля или слова</translation>
        </message>
        <message>
            <source>change</source>
            <translation>изменить</translation>
        </message>
        <message>
            <source>Take it out of the film</source>
            <translation>Убрать из фильма</translation>
        </message>
        <message>
            <source>remove</source>
            <translation>убрать</translation>
        </message>
        <message>
            <source>Give a drag in a lane up</source>
            <translation>Отменить перетаскивание на дорожке</translation>
        </message>
        <message>
            <source>Keep this new picture</source>
            <translation>Оставить эту новую картинку</translation>
        </message>
        <message>
            <source>Put this new picture into the trash</source>
            <translation>Убрать эту новую картинку в корзину</translation>
        </message>
        <message>
            <source>Take the element out of all chosen shots</source>
            <translation>Убрать элемент из всех выбранных шотов</translation>
        </message>
        <message>
            <source>Delete the comment</source>
            <translation>Удалить комментарий</translation>
        </message>
        <message>
            <source>Delete the line</source>
            <translation>Удалить реплику</translation>
        </message>
        <message>
            <source>Show the element of a mention, or fix a mention of nobody</source>
            <translation>Показать элемент упоминания или исправить упоминание без элемента</translation>
        </message>
        <message>
            <source>Choose this take; in the trash: put it back</source>
            <translation>Выбрать этот дубль; в корзине: вернуть его</translation>
        </message>
        <message>
            <source>Star, or no star</source>
            <translation>Поставить или снять звезду</translation>
        </message>
        <message>
            <source>Reject and keep, or take that back</source>
            <translation>Отклонить, но хранить, или не отклонять</translation>
        </message>
        <message>
            <source>Note on the take</source>
            <translation>Заметка к дублю</translation>
        </message>
        <message>
            <source>Into the trash</source>
            <translation>В корзину</translation>
        </message>
        <message>
            <source>Edit the cell; where it is not edited, play or tell more</source>
            <translation>Изменить ячейку; где изменять нельзя — смотреть или узнать больше</translation>
        </message>
        <message>
            <source>edit</source>
            <translation>изменить</translation>
        </message>
        <message>
            <source>Edit the cell, its words kept</source>
            <translation>Изменить ячейку, не стирая слов</translation>
        </message>
        <message>
            <source>Leave the cell as it was</source>
            <translation>Оставить ячейку как была</translation>
        </message>
        <message>
            <source>leave as it was</source>
            <translation>оставить как было</translation>
        </message>
        <message>
            <source>Move the chosen shots to the start</source>
            <translation>Переставить выбранные шоты в начало</translation>
        </message>
        <message>
            <source>Move the chosen shots to the end</source>
            <translation>Переставить выбранные шоты в конец</translation>
        </message>
        <message>
            <source>Choose all shots of the list</source>
            <translation>Выбрать все шоты списка</translation>
        </message>
        <message>
            <source>Move the column to the left, to the right</source>
            <translation>Сдвинуть столбец влево, вправо</translation>
        </message>
        <message>
            <source>Show the column, or hide it</source>
            <translation>Показать или скрыть столбец</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Кадр назад</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>Кадр вперёд</translation>
        </message>
        <message>
            <source>To the start</source>
            <translation>В начало</translation>
        </message>
        <message>
            <source>Back to the film</source>
            <translation>Назад к фильму</translation>
        </message>
        <message>
            <source>Put a take into the side with the blue frame</source>
            <translation>Поставить дубль на сторону с синей рамкой</translation>
        </message>
        <message>
            <source>one frame</source>
            <translation>на кадр</translation>
        </message>
        <message>
            <source>Another frame of the first shot, one earlier or later</source>
            <translation>Другой кадр первого шота: на кадр раньше или позже</translation>
        </message>
        <message>
            <source>Another frame of the first shot, a second earlier or later</source>
            <translation>Другой кадр первого шота: на секунду раньше или позже</translation>
        </message>
        <message>
            <source>The seam before, the next seam</source>
            <translation>Предыдущий стык, следующий стык</translation>
        </message>
        <message>
            <source>Over each other: see more of one or of the other</source>
            <translation>Поверх: видеть больше одного или другого</translation>
        </message>
        <message>
            <source>Write the shot before, the next shot</source>
            <translation>Писать предыдущий шот, следующий шот</translation>
        </message>
        <message>
            <source>Play or stop</source>
            <translation>Играть или стоп</translation>
        </message>
        <message>
            <source>Play back</source>
            <translation>Играть назад</translation>
        </message>
        <message>
            <source>Play on</source>
            <translation>Играть вперёд</translation>
        </message>
        <message>
            <source>To the end</source>
            <translation>В конец</translation>
        </message>
        <message>
            <source>film</source>
            <translation>к фильму</translation>
        </message>
        <message>
            <source>into the side with the blue frame</source>
            <translation>на сторону с синей рамкой</translation>
        </message>
        <message>
            <source>The other side</source>
            <translation>Другая сторона</translation>
        </message>
        <message>
            <source>other side</source>
            <translation>другая сторона</translation>
        </message>
        <message>
            <source>Use this take in the film</source>
            <translation>Взять этот дубль в фильм</translation>
        </message>
        <message>
            <source>use this</source>
            <translation>взять этот</translation>
        </message>
        <message>
            <source>Whose sound is heard</source>
            <translation>Чей звук слышен</translation>
        </message>
        <message>
            <source>whose sound</source>
            <translation>чей звук</translation>
        </message>
        <message>
            <source>Like the take, or not any more</source>
            <translation>Поставить дублю звезду или снять её</translation>
        </message>
        <message>
            <source>like</source>
            <translation>звезда</translation>
        </message>
        <message>
            <source>Reject the take but keep it, or not any more</source>
            <translation>Отклонить дубль, но хранить, или не отклонять</translation>
        </message>
        <message>
            <source>reject</source>
            <translation>отклонить</translation>
        </message>
        <message>
            <source>Write a note on the take</source>
            <translation>Написать заметку к дублю</translation>
        </message>
        <message>
            <source>note</source>
            <translation>заметка</translation>
        </message>
        <message>
            <source>Side by side, or a wipe</source>
            <translation>Рядом или шторкой</translation>
        </message>
        <message>
            <source>wipe</source>
            <translation>шторка</translation>
        </message>
        <message>
            <source>Two or four takes</source>
            <translation>Два или четыре дубля</translation>
        </message>
        <message>
            <source>One after the other in the same place</source>
            <translation>По очереди на одном месте</translation>
        </message>
        <message>
            <source>flip</source>
            <translation>по очереди</translation>
        </message>
        <message>
            <source>Start the second shot from this frame</source>
            <translation>Начать второй шот с этого кадра</translation>
        </message>
        <message>
            <source>start from this frame</source>
            <translation>начать с этого кадра</translation>
        </message>
        <message>
            <source>Keep the frame as the second shot's panel</source>
            <translation>Сделать кадр панелью второго шота</translation>
        </message>
        <message>
            <source>keep as panel</source>
            <translation>сделать панелью</translation>
        </message>
        <message>
            <source>The shot before</source>
            <translation>Предыдущий шот</translation>
        </message>
        <message>
            <source>shot before, next shot</source>
            <translation>предыдущий шот, следующий шот</translation>
        </message>
        <message>
            <source>The next shot</source>
            <translation>Следующий шот</translation>
        </message>
        <message>
            <source>Back from full screen</source>
            <translation>Выйти из полного экрана</translation>
        </message>
        <message>
            <source>Do what its button says, else show the shot</source>
            <translation>Сделать то, что на кнопке, иначе показать шот</translation>
        </message>
        <message>
            <source>Cancel it, or put away what failed</source>
            <translation>Отменить, а неудачу убрать</translation>
        </message>
        <message>
            <source>Move what waits to the front</source>
            <translation>Ждущее — в начало очереди</translation>
        </message>
        <message>
            <source>Choose the element</source>
            <translation>Выбрать элемент</translation>
        </message>
        <message>
            <source>Delete element…</source>
            <translation>Удалить элемент…</translation>
        </message>
        <message>
            <source>See the picture large</source>
            <translation>Показать картинку крупно</translation>
        </message>
        <message>
            <source>large</source>
            <translation>крупно</translation>
        </message>
        <message>
            <source>Make it the frontal one</source>
            <translation>Сделать главной</translation>
        </message>
        <message>
            <source>frontal</source>
            <translation>главная</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>Обрезать</translation>
        </message>
        <message>
            <source>Redraw the picture</source>
            <translation>Перерисовать картинку</translation>
        </message>
        <message>
            <source>redraw</source>
            <translation>перерисовать</translation>
        </message>
        <message>
            <source>Upload</source>
            <translation>Загрузить</translation>
        </message>
        <message>
            <source>Replace by upload</source>
            <translation>Заменить загруженной</translation>
        </message>
        <message>
            <source>Put the picture into the trash</source>
            <translation>Убрать картинку в корзину</translation>
        </message>
        <message>
            <source>trash</source>
            <translation>в корзину</translation>
        </message>
        <message>
            <source>Keep the crop</source>
            <translation>Обрезать по рамке</translation>
        </message>
        <message>
            <source>Leave the picture as it is</source>
            <translation>Оставить картинку как есть</translation>
        </message>
        <message>
            <source>Mention an element</source>
            <translation>Упомянуть элемент</translation>
        </message>
        <message>
            <source>To the next field</source>
            <translation>К следующему полю</translation>
        </message>
        <message>
            <source>Play back, stop, play on</source>
            <translation>Назад, стоп, вперёд</translation>
        </message>
        <message>
            <source>Move the scene to the left, to the right</source>
            <translation>Сдвинуть сцену влево, вправо</translation>
        </message>
        <message>
            <source>Have the shot begin, end with the frame on screen</source>
            <translation>Начать, закончить шот кадром на экране</translation>
        </message>
        <message>
            <source>The film as timeline, as board, as shot list</source>
            <translation>Фильм лентой, доской, списком шотов</translation>
        </message>
        <message>
            <source>The shot shorter, longer: a second, or a frame of its clip's end</source>
            <translation>Шот короче, длиннее: на секунду или на кадр с конца клипа</translation>
        </message>
        <message>
            <source>A second less, a second more, to be made anew</source>
            <translation>На секунду меньше, на секунду больше: создать заново</translation>
        </message>
        <message>
            <source>The seam before the shot, behind it</source>
            <translation>Стык до шота, после него</translation>
        </message>
        <message>
            <source>Play the &amp;film</source>
            <translation>Смотреть &amp;фильм</translation>
        </message>
        <message>
            <source>Play or stop the film</source>
            <translation>Смотреть фильм или остановить</translation>
        </message>
        <message>
            <source>play film</source>
            <translation>смотреть фильм</translation>
        </message>
        <message>
            <source>Play &amp;back</source>
            <translation>Играть &amp;назад</translation>
        </message>
        <message>
            <source>back</source>
            <translation>назад</translation>
        </message>
        <message>
            <source>Play or &amp;stop</source>
            <translation>Играть или &amp;стоп</translation>
        </message>
        <message>
            <source>stop</source>
            <translation>стоп</translation>
        </message>
        <message>
            <source>Play &amp;on</source>
            <translation>Играть &amp;вперёд</translation>
        </message>
        <message>
            <source>on</source>
            <translation>вперёд</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>Во весь экран</translation>
        </message>
        <message>
            <source>Picture over the whole screen, and back</source>
            <translation>Картинка во весь экран и обратно</translation>
        </message>
        <message>
            <source>Sound off or on</source>
            <translation>Выключить или включить звук</translation>
        </message>
        <message>
            <source>Range &amp;begins here</source>
            <translation>Отр&amp;езок: начало здесь</translation>
        </message>
        <message>
            <source>Range &amp;ends here</source>
            <translation>Отрезок: &amp;конец здесь</translation>
        </message>
        <message>
            <source>&amp;No range</source>
            <translation>&amp;Убрать отрезок</translation>
        </message>
        <message>
            <source>&amp;Trim: begin here</source>
            <translation>Подре&amp;зка: начало здесь</translation>
        </message>
        <message>
            <source>T&amp;rim: end here</source>
            <translation>Подрезка: коне&amp;ц здесь</translation>
        </message>
        <message>
            <source>&amp;New film…</source>
            <translation>&amp;Новый фильм…</translation>
        </message>
        <message>
            <source>Make a new film</source>
            <translation>Создать новый фильм</translation>
        </message>
        <message>
            <source>&amp;Open…</source>
            <translation>&amp;Открыть…</translation>
        </message>
        <message>
            <source>Open a film</source>
            <translation>Открыть фильм</translation>
        </message>
        <message>
            <source>Open a &amp;folder…</source>
            <translation>Открыть &amp;папку…</translation>
        </message>
        <message>
            <source>Open the film in a folder</source>
            <translation>Открыть фильм из папки</translation>
        </message>
        <message>
            <source>&amp;Save a copy…</source>
            <translation>&amp;Сохранить копию…</translation>
        </message>
        <message>
            <source>Film &amp;out…</source>
            <translation>Вывод &amp;фильма…</translation>
        </message>
        <message>
            <source>Film out: save the film as an MP4</source>
            <translation>Вывод фильма: сохранить его как MP4</translation>
        </message>
        <message>
            <source>Save a p&amp;icture of the frame</source>
            <translation>Сохранить &amp;кадр</translation>
        </message>
        <message>
            <source>Add &amp;music or a voice…</source>
            <translation>Добавить &amp;музыку или голос…</translation>
        </message>
        <message>
            <source>Captions from a &amp;file…</source>
            <translation>Титры &amp;из файла…</translation>
        </message>
        <message>
            <source>Bring a cut &amp;back…</source>
            <translation>Вернуть монт&amp;аж…</translation>
        </message>
        <message>
            <source>Cut, copy, paste shots, as text for any text editor</source>
            <translation>Вырезать, копировать, вставить шоты — как текст для любого текстового редактора</translation>
        </message>
        <message>
            <source>Mark where the range begins, ends: it loops, or goes out</source>
            <translation>Отметить начало и конец отрезка: он повторяется или выводится</translation>
        </message>
        <message>
            <source>Bring in &amp;the script again…</source>
            <translation>Взять сцен&amp;арий снова…</translation>
        </message>
        <message>
            <source>Bring back a cut made in an editor</source>
            <translation>Вернуть в фильм монтаж, сделанный в другой программе</translation>
        </message>
        <message>
            <source>Comments from a re&amp;view…</source>
            <translation>Комментарии со страницы &amp;отзывов…</translation>
        </message>
        <message>
            <source>&amp;Elements from another film…</source>
            <translation>&amp;Элементы из другого фильма…</translation>
        </message>
        <message>
            <source>New &amp;caption at the playhead</source>
            <translation>Новый &amp;титр у указателя</translation>
        </message>
        <message>
            <source>Re&amp;name</source>
            <translation>Пере&amp;именовать</translation>
        </message>
        <message>
            <source>Rename what is chosen; a double click on it, too</source>
            <translation>Переименовать выбранное; двойной щелчок — тоже</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Отменить</translation>
        </message>
        <message>
            <source>Take the last edit back</source>
            <translation>Отменить последнюю правку</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Вернуть</translation>
        </message>
        <message>
            <source>Do it again</source>
            <translation>Вернуть правку</translation>
        </message>
        <message>
            <source>&amp;Find in the film</source>
            <translation>&amp;Найти в фильме</translation>
        </message>
        <message>
            <source>Find words and elements in the film</source>
            <translation>Найти слова и элементы в фильме</translation>
        </message>
        <message>
            <source>Find and &amp;replace…</source>
            <translation>Найти и &amp;заменить…</translation>
        </message>
        <message>
            <source>Replace words in the whole film</source>
            <translation>Заменить слова во всём фильме</translation>
        </message>
        <message>
            <source>T&amp;rash and earlier versions…</source>
            <translation>Корзина и &amp;прежние версии…</translation>
        </message>
        <message>
            <source>Trash and earlier versions</source>
            <translation>Корзина и прежние версии</translation>
        </message>
        <message>
            <source>Generate all &amp;missing</source>
            <translation>Создать все &amp;недостающие</translation>
        </message>
        <message>
            <source>Generate all missing shots</source>
            <translation>Создать все недостающие шоты</translation>
        </message>
        <message>
            <source>P&amp;anels for all</source>
            <translation>Пане&amp;ли для всех</translation>
        </message>
        <message>
            <source>Refresh what is out of &amp;date</source>
            <translation>О&amp;бновить устаревшее</translation>
        </message>
        <message>
            <source>&amp;Pause sending</source>
            <translation>&amp;Приостановить отправку</translation>
        </message>
        <message>
            <source>Next that needs &amp;you</source>
            <translation>Следующее, что &amp;ждёт вас</translation>
        </message>
        <message>
            <source>The next that needs you</source>
            <translation>Следующее, что ждёт вас</translation>
        </message>
        <message>
            <source>&amp;Costs…</source>
            <translation>&amp;Расходы…</translation>
        </message>
        <message>
            <source>Costs: where the credits went</source>
            <translation>Расходы: куда ушли кредиты</translation>
        </message>
        <message>
            <source>&amp;Go real…</source>
            <translation>&amp;Снимать по-настоящему…</translation>
        </message>
        <message>
            <source>Practise &amp;again, without money</source>
            <translation>Снова &amp;тренироваться, без денег</translation>
        </message>
        <message>
            <source>&amp;Preferences…</source>
            <translation>&amp;Настройки…</translation>
        </message>
        <message>
            <source>Preferences: the key, money, look, language</source>
            <translation>Настройки: ключ, деньги, вид, язык</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Выход</translation>
        </message>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Клавиши</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>Все клавиши</translation>
        </message>
        <message>
            <source>all keys</source>
            <translation>все клавиши</translation>
        </message>
        <message>
            <source>&amp;Guide: words for Kling 3.0</source>
            <translation>&amp;Руководство: слова для Kling 3.0</translation>
        </message>
        <message>
            <source>Show the first &amp;notes again</source>
            <translation>Показать первые &amp;подсказки снова</translation>
        </message>
        <message>
            <source>&amp;Licences</source>
            <translation>&amp;Лицензии</translation>
        </message>
        <message>
            <source>&amp;About Topa Studio</source>
            <translation>&amp;О программе Topa Studio</translation>
        </message>
        <message>
            <source>&amp;New shot</source>
            <translation>&amp;Новый шот</translation>
        </message>
        <message>
            <source>New shot behind the chosen one</source>
            <translation>Новый шот за выбранным</translation>
        </message>
        <message>
            <source>&amp;New scene</source>
            <translation>&amp;Новая сцена</translation>
        </message>
        <message>
            <source>New scene behind this one</source>
            <translation>Новая сцена за этой</translation>
        </message>
        <message>
            <source>Change the &amp;title</source>
            <translation>Изменить на&amp;звание</translation>
        </message>
        <message>
            <source>&amp;Delete</source>
            <translation>&amp;Удалить</translation>
        </message>
        <message>
            <source>Delete what is chosen; Ctrl+Z takes it back</source>
            <translation>Удалить выбранное; Ctrl+Z вернёт</translation>
        </message>
        <message>
            <source>&amp;Delete scene</source>
            <translation>&amp;Удалить сцену</translation>
        </message>
        <message>
            <source>D&amp;uplicate</source>
            <translation>&amp;Дублировать</translation>
        </message>
        <message>
            <source>Duplicate the chosen shots or the scene</source>
            <translation>Дублировать выбранные шоты или сцену</translation>
        </message>
        <message>
            <source>D&amp;uplicate scene</source>
            <translation>&amp;Дублировать сцену</translation>
        </message>
        <message>
            <source>Cu&amp;t</source>
            <translation>&amp;Вырезать</translation>
        </message>
        <message>
            <source>&amp;Copy</source>
            <translation>&amp;Копировать</translation>
        </message>
        <message>
            <source>&amp;Paste</source>
            <translation>Вст&amp;авить</translation>
        </message>
        <message>
            <source>&amp;Split at the playhead</source>
            <translation>&amp;Разделить у указателя</translation>
        </message>
        <message>
            <source>Split the shot at the playhead</source>
            <translation>Разделить шот у указателя</translation>
        </message>
        <message>
            <source>&amp;Write…</source>
            <translation>Писать &amp;шот…</translation>
        </message>
        <message>
            <source>Write the words of the shot in a room of their own</source>
            <translation>Писать слова шота на отдельной странице</translation>
        </message>
        <message>
            <source>What will be sen&amp;t…</source>
            <translation>Что отправитс&amp;я…</translation>
        </message>
        <message>
            <source>&amp;Merge with the next shot</source>
            <translation>&amp;Соединить со следующим</translation>
        </message>
        <message>
            <source>Merge the shot with the next one</source>
            <translation>Соединить шот со следующим</translation>
        </message>
        <message>
            <source>Move scene &amp;left</source>
            <translation>Сдвинуть сцену в&amp;лево</translation>
        </message>
        <message>
            <source>Move scene &amp;right</source>
            <translation>Сдвинуть сцену в&amp;право</translation>
        </message>
        <message>
            <source>S&amp;horter</source>
            <translation>Коро&amp;че</translation>
        </message>
        <message>
            <source>&amp;Longer</source>
            <translation>Дл&amp;иннее</translation>
        </message>
        <message>
            <source>A second less, made anew</source>
            <translation>На секунду меньше, создать заново</translation>
        </message>
        <message>
            <source>A second more, made anew</source>
            <translation>На секунду больше, создать заново</translation>
        </message>
        <message>
            <source>&amp;Accepted</source>
            <translation>&amp;Принят</translation>
        </message>
        <message>
            <source>Accept the shot: it is left out of batches</source>
            <translation>Принять шот: в общий запуск он не входит</translation>
        </message>
        <message>
            <source>Sta&amp;r the chosen take</source>
            <translation>Отметить дубль &amp;звездой</translation>
        </message>
        <message>
            <source>Bring a clip of your &amp;own…</source>
            <translation>Взять сво&amp;й клип…</translation>
        </message>
        <message>
            <source>Bring a picture as pane&amp;l…</source>
            <translation>Взять картинку как пане&amp;ль…</translation>
        </message>
        <message>
            <source>&amp;Compare takes…</source>
            <translation>Ср&amp;авнить дубли…</translation>
        </message>
        <message>
            <source>Compare the takes of the shot</source>
            <translation>Сравнить дубли шота</translation>
        </message>
        <message>
            <source>Seam &amp;before</source>
            <translation>Стык &amp;до шота</translation>
        </message>
        <message>
            <source>Seam &amp;after</source>
            <translation>Стык п&amp;осле шота</translation>
        </message>
        <message>
            <source>&amp;Three variants</source>
            <translation>&amp;Три варианта</translation>
        </message>
        <message>
            <source>&amp;Panels for this scene</source>
            <translation>П&amp;анели для этой сцены</translation>
        </message>
        <message>
            <source>New &amp;panel</source>
            <translation>Новая п&amp;анель</translation>
        </message>
        <message>
            <source>Start from a pict&amp;ure…</source>
            <translation>Начать с &amp;картинки…</translation>
        </message>
        <message>
            <source>&amp;End with a picture…</source>
            <translation>&amp;Закончить картинкой…</translation>
        </message>
        <message>
            <source>&amp;Be a picture of your own…</source>
            <translation>Заменить шот своей картин&amp;кой…</translation>
        </message>
        <message>
            <source>&amp;Generate</source>
            <translation>&amp;Создать</translation>
        </message>
        <message>
            <source>Generate the chosen shots</source>
            <translation>Создать выбранные шоты</translation>
        </message>
        <message>
            <source>Choose a take</source>
            <translation>Выбрать дубль</translation>
        </message>
        <message>
            <source>choose take</source>
            <translation>выбрать дубль</translation>
        </message>
        <message>
            <source>Choose nothing</source>
            <translation>Ничего не выбирать</translation>
        </message>
        <message>
            <source>Choose nothing: the film's settings</source>
            <translation>Снять выбор: настройки фильма</translation>
        </message>
        <message>
            <source>&amp;Timeline</source>
            <translation>&amp;Лента</translation>
        </message>
        <message>
            <source>&amp;Board</source>
            <translation>&amp;Доска</translation>
        </message>
        <message>
            <source>&amp;Shot list</source>
            <translation>&amp;Список шотов</translation>
        </message>
        <message>
            <source>&amp;Whole film in the width</source>
            <translation>Весь фильм по &amp;ширине</translation>
        </message>
        <message>
            <source>The whole film in the width, and back</source>
            <translation>Весь фильм по ширине, и обратно</translation>
        </message>
        <message>
            <source>Find a &amp;command…</source>
            <translation>&amp;Найти команду…</translation>
        </message>
        <message>
            <source>Find a command, a shot or an element by name</source>
            <translation>Найти команду, шот или элемент по имени</translation>
        </message>
        <message>
            <source>To the next pane</source>
            <translation>К следующей панели</translation>
        </message>
        <message>
            <source>Press the button the keyboard is on</source>
            <translation>Нажать кнопку, на которой клавиатура</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>Shots on the timeline</source>
            <translation>Шоты на ленте</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Доска</translation>
        </message>
        <message>
            <source>Music and captions under the cards</source>
            <translation>Музыка и титры под карточками</translation>
        </message>
        <message>
            <source>Shot list</source>
            <translation>Список шотов</translation>
        </message>
        <message>
            <source>Player</source>
            <translation>Плеер</translation>
        </message>
        <message>
            <source>Lines of the queue</source>
            <translation>Строки очереди</translation>
        </message>
        <message>
            <source>Cards of elements</source>
            <translation>Карточки элементов</translation>
        </message>
        <message>
            <source>Pictures of an element</source>
            <translation>Картинки элемента</translation>
        </message>
        <message>
            <source>Elements of several shots</source>
            <translation>Элементы нескольких шотов</translation>
        </message>
        <message>
            <source>Comments on a shot</source>
            <translation>Комментарии к шоту</translation>
        </message>
        <message>
            <source>Dialogue of a shot</source>
            <translation>Реплики шота</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Слова</translation>
        </message>
        <message>
            <source>List of takes</source>
            <translation>Список дублей</translation>
        </message>
        <message>
            <source>Comparing takes</source>
            <translation>Сравнение дублей</translation>
        </message>
        <message>
            <source>Seams</source>
            <translation>Стыки</translation>
        </message>
        <message>
            <source>Writing a shot</source>
            <translation>Написание шота</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Окно</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Файл</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>&amp;Правка</translation>
        </message>
        <message>
            <source>&amp;Shot</source>
            <translation>&amp;Шот</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>По&amp;каз</translation>
        </message>
        <message>
            <source>S&amp;cene</source>
            <translation>С&amp;цена</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Вид</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Справка</translation>
        </message>
    </context>
    <context>
        <name>CommentActs</name>
        <message>
            <source>Comments that a review page saved</source>
            <translation>Комментарии, сохранённые на странице отзывов</translation>
        </message>
        <message>
            <source>Comments from {name}</source>
            <translation>Комментарии из {name}</translation>
        </message>
        <message>
            <source>They are on {title}. The shots that would get them here may show something else.</source>
            <translation>Они к фильму {title}. Шоты, которые получили бы их здесь, могут показывать другое.</translation>
        </message>
        <message>
            <source>These are comments on another film</source>
            <translation>Это комментарии к другому фильму</translation>
        </message>
        <message>
            <source>Take them all the same</source>
            <translation>Всё равно взять</translation>
        </message>
        <message>
            <source>Leave them</source>
            <translation>Не брать</translation>
        </message>
        <message numerus="yes">
            <source>%n comments came from {name}.</source>
            <translation>
                <numerusform>Из {name} взят %n комментарий.</numerusform>
                <numerusform>Из {name} взяты %n комментария.</numerusform>
                <numerusform>Из {name} взято %n комментариев.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were in the film already.</source>
            <translation>
                <numerusform>%n уже был в фильме.</numerusform>
                <numerusform>%n уже были в фильме.</numerusform>
                <numerusform>%n уже были в фильме.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are no comments and were left out.</source>
            <translation>
                <numerusform>%n запись — не комментарий, она пропущена.</numerusform>
                <numerusform>%n записи — не комментарии, они пропущены.</numerusform>
                <numerusform>%n записей — не комментарии, они пропущены.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are on shots that are not in the film:</source>
            <translation>
                <numerusform>%n относится к шоту, которого нет в фильме:</numerusform>
                <numerusform>%n относятся к шотам, которых нет в фильме:</numerusform>
                <numerusform>%n относятся к шотам, которых нет в фильме:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Comments</name>
        <message>
            <source>COMMENTS</source>
            <translation>КОММЕНТАРИИ</translation>
        </message>
        <message numerus="yes">
            <source>%n more stand in the film's file.</source>
            <translation>
                <numerusform>Ещё %n — в файле фильма.</numerusform>
                <numerusform>Ещё %n — в файле фильма.</numerusform>
                <numerusform>Ещё %n — в файле фильма.</numerusform>
            </translation>
        </message>
        <message>
            <source>Answer a comment</source>
            <translation>Ответить на комментарий</translation>
        </message>
        <message>
            <source>Settle a comment</source>
            <translation>Закрыть комментарий</translation>
        </message>
        <message>
            <source>Open a comment again</source>
            <translation>Снова открыть комментарий</translation>
        </message>
        <message>
            <source>Delete a comment</source>
            <translation>Удалить комментарий</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>Compare takes</source>
            <translation>Сравнение дублей</translation>
        </message>
        <message>
            <source>scene {number}</source>
            <translation>сцена {number}</translation>
        </message>
        <message>
            <source>This take is in the trash. Undo brings it back.</source>
            <translation>Этот дубль в корзине. «Отменить» вернёт его.</translation>
        </message>
        <message>
            <source>left</source>
            <translation>слева</translation>
        </message>
        <message>
            <source>right</source>
            <translation>справа</translation>
        </message>
        <message>
            <source>Choose take {number}</source>
            <translation>Выбрать дубль {number}</translation>
        </message>
        <message>
            <source>Take {number} is in the film</source>
            <translation>Дубль {number} теперь в фильме</translation>
        </message>
        <message>
            <source>Take {number} is liked</source>
            <translation>Дубль {number} нравится</translation>
        </message>
        <message>
            <source>Take {number} is rejected, and kept</source>
            <translation>Дубль {number} отклонён, но хранится</translation>
        </message>
        <message>
            <source>Note on take {number}</source>
            <translation>Заметка к дублю {number}</translation>
        </message>
        <message>
            <source>What is good, what is not</source>
            <translation>Что удалось, что нет</translation>
        </message>
        <message>
            <source>Take {number}</source>
            <translation>Дубль {number}</translation>
        </message>
        <message>
            <source>{take} · in the film</source>
            <translation>{take} · в фильме</translation>
        </message>
        <message>
            <source>WHAT DIFFERED</source>
            <translation>ЧТО ОТЛИЧАЛОСЬ</translation>
        </message>
        <message>
            <source>What differed</source>
            <translation>Что отличалось</translation>
        </message>
        <message>
            <source>DIFFERS</source>
            <translation>ОТЛИЧИЕ</translation>
        </message>
        <message>
            <source>Use this</source>
            <translation>Взять этот</translation>
        </message>
        <message>
            <source>In the film now</source>
            <translation>Сейчас в фильме</translation>
        </message>
        <message>
            <source>Take {number}: {words}</source>
            <translation>Дубль {number}: {words}</translation>
        </message>
        <message>
            <source>The clip is not on the disk any more.</source>
            <translation>Клипа больше нет на диске.</translation>
        </message>
        <message>
            <source>a file of your own</source>
            <translation>свой файл</translation>
        </message>
        <message>
            <source>in the film</source>
            <translation>в фильме</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>отклонён</translation>
        </message>
        <message>
            <source>How many takes</source>
            <translation>Сколько дублей</translation>
        </message>
        <message>
            <source>Two</source>
            <translation>Два</translation>
        </message>
        <message>
            <source>Four</source>
            <translation>Четыре</translation>
        </message>
        <message>
            <source>How they are shown</source>
            <translation>Как их показать</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Рядом</translation>
        </message>
        <message>
            <source>Wipe</source>
            <translation>Шторка</translation>
        </message>
        <message>
            <source>There are only two takes</source>
            <translation>Дублей только два</translation>
        </message>
        <message>
            <source>Pictures of {name}</source>
            <translation>Картинки {name}</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Слова</translation>
        </message>
        <message>
            <source>Place and light</source>
            <translation>Место и свет</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>Стиль</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Качество</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Модель</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Формат</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>Pictures of elements</source>
            <translation>Картинки элементов</translation>
        </message>
        <message>
            <source>Starts from</source>
            <translation>Начинается с</translation>
        </message>
        <message>
            <source>Ends with</source>
            <translation>Кончается</translation>
        </message>
        <message>
            <source>Options</source>
            <translation>Параметры</translation>
        </message>
        <message>
            <source>none</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>{what}: the same</source>
            <translation>{what}: одинаково</translation>
        </message>
        <message>
            <source>Same request: only chance differs.</source>
            <translation>Запрос тот же: разница только случайная.</translation>
        </message>
        <message>
            <source>What {takes} was made with is not known here.</source>
            <translation>Из чего сделано ({takes}), здесь неизвестно.</translation>
        </message>
        <message>
            <source>on</source>
            <translation>да</translation>
        </message>
        <message>
            <source>off</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>as the model likes</source>
            <translation>на усмотрение модели</translation>
        </message>
        <message>
            <source>{count} s</source>
            <translation>{count} с</translation>
        </message>
        <message>
            <source>{what}, another picture</source>
            <translation>{what}, другая картинка</translation>
        </message>
        <message>
            <source>Nothing: from its words</source>
            <translation>Без картинки: из слов</translation>
        </message>
        <message>
            <source>Its panel {number}</source>
            <translation>Своя панель {number}</translation>
        </message>
        <message>
            <source>Panel of {shot}</source>
            <translation>Панель {shot}</translation>
        </message>
        <message>
            <source>A panel of another shot</source>
            <translation>Панель другого шота</translation>
        </message>
        <message>
            <source>{shot}, {seconds} in</source>
            <translation>{shot}, {seconds} от начала</translation>
        </message>
        <message>
            <source>End of {shot}</source>
            <translation>Конец {shot}</translation>
        </message>
        <message>
            <source>End of the shot before</source>
            <translation>Конец предыдущего шота</translation>
        </message>
        <message>
            <source>{pictures}, {others}</source>
            <translation>{pictures}, {others}</translation>
        </message>
        <message>
            <source>Liked</source>
            <translation>Нравится</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Отклонён</translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n картинка</numerusform>
                <numerusform>%n картинки</numerusform>
                <numerusform>%n картинок</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n only here</source>
            <translation>
                <numerusform>%n только здесь</numerusform>
                <numerusform>%n только здесь</numerusform>
                <numerusform>%n только здесь</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Confirm</name>
        <message>
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
    </context>
    <context>
        <name>ConflictsDialog</name>
        <message>
            <source>Changed on both sides</source>
            <translation>Изменено с двух сторон</translation>
        </message>
        <message>
            <source>Fields that both sides changed</source>
            <translation>Поля, которые изменили обе стороны</translation>
        </message>
        <message>
            <source>Another program saved {path} while you had changes of your own.</source>
            <translation>Другая программа сохранила {path}, когда у вас были свои изменения.</translation>
        </message>
        <message>
            <source>Another program saved {path} at {time}, while you had unsaved changes.</source>
            <translation>Другая программа сохранила {path} в {time}, когда у вас были несохранённые изменения.</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Моё</translation>
        </message>
        <message>
            <source>Theirs, by another program</source>
            <translation>Чужое, из другой программы</translation>
        </message>
        <message>
            <source>{side}, stands in the film now</source>
            <translation>{side}, сейчас стоит в фильме</translation>
        </message>
        <message>
            <source>Take mine</source>
            <translation>Взять моё</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Взять чужое</translation>
        </message>
    </context>
    <context>
        <name>Corner</name>
        <message>
            <source>Always in the film's order</source>
            <translation>Всегда в порядке фильма</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Столбцы</translation>
        </message>
        <message>
            <source>Which columns the shot list shows</source>
            <translation>Какие столбцы показывает список шотов</translation>
        </message>
        <message>
            <source>Save the list as it is shown here as {kind}</source>
            <translation>Сохранить список так, как он показан здесь: {kind}</translation>
        </message>
    </context>
    <context>
        <name>CostPage</name>
        <message>
            <source>Costs</source>
            <translation>Расходы</translation>
        </message>
        <message>
            <source>By scene</source>
            <translation>По сценам</translation>
        </message>
        <message>
            <source>By element</source>
            <translation>По элементам</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Nothing is spent yet</source>
            <translation>Пока ничего не потрачено</translation>
        </message>
        <message>
            <source>{spent} went into this film</source>
            <translation>На этот фильм ушло {spent}</translation>
        </message>
        <message>
            <source>Each shot says what it costs on its button. What is made stands here then.</source>
            <translation>Цена каждого шота написана на его кнопке. Всё созданное появится здесь.</translation>
        </message>
        <message>
            <source>Practice: these credits are play money.</source>
            <translation>Тренировка: эти кредиты ненастоящие.</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>Потрачено</translation>
        </message>
        <message>
            <source>of {seconds} that are finished</source>
            <translation>из {seconds} готовых</translation>
        </message>
        <message>
            <source>Each second</source>
            <translation>Каждая секунда</translation>
        </message>
        <message>
            <source>{share} % of it: takes, panels and pictures that nobody sees</source>
            <translation>{share} % из них: дубли, панели и картинки, которых никто не видит</translation>
        </message>
        <message>
            <source>Unused</source>
            <translation>Не вошло</translation>
        </message>
        <message>
            <source>Estimated</source>
            <translation>Оценка</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Осталось</translation>
        </message>
        <message>
            <source>Scene {number}</source>
            <translation>Сцена {number}</translation>
        </message>
        <message>
            <source>{what}, {date}</source>
            <translation>{what}, {date}</translation>
        </message>
        <message>
            <source>each</source>
            <translation>каждый раз</translation>
        </message>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n результат</numerusform>
                <numerusform>%n результата</numerusform>
                <numerusform>%n результатов</numerusform>
            </translation>
        </message>
        <message>
            <source>What became of it</source>
            <translation>Что из этого вышло</translation>
        </message>
        <message>
            <source>Prices that receipts taught</source>
            <translation>Цены по чекам</translation>
        </message>
        <message>
            <source>for what is not sent yet</source>
            <translation>на то, что ещё не отправлено</translation>
        </message>
    </context>
    <context>
        <name>CostTab</name>
        <message>
            <source>Nothing is spent here yet.</source>
            <translation>Здесь пока ничего не потрачено.</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Дубли</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Панели</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Картинки</translation>
        </message>
        <message>
            <source>By shot</source>
            <translation>По шотам</translation>
        </message>
        <message>
            <source>Without a result</source>
            <translation>Без результата</translation>
        </message>
        <message>
            <source>Costs of the film…</source>
            <translation>Расходы фильма…</translation>
        </message>
        <message>
            <source>Untitled scene</source>
            <translation>Сцена без названия</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>Потрачено</translation>
        </message>
        <message>
            <source>{share} % of it</source>
            <translation>{share} % из них</translation>
        </message>
        <message>
            <source>Unused</source>
            <translation>Не вошло</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>В работе</translation>
        </message>
        <message>
            <source>for what is not sent yet</source>
            <translation>на то, что ещё не отправлено</translation>
        </message>
        <message>
            <source>Estimated</source>
            <translation>Оценка</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Осталось</translation>
        </message>
        <message numerus="yes">
            <source>The price of %n results is not known.</source>
            <translation>
                <numerusform>Цена %n результата неизвестна.</numerusform>
                <numerusform>Цена %n результатов неизвестна.</numerusform>
                <numerusform>Цена %n результатов неизвестна.</numerusform>
            </translation>
        </message>
        <message>
            <source>All films of the folder share these pictures.</source>
            <translation>Эти картинки — общие для всех фильмов папки.</translation>
        </message>
        <message>
            <source>Picture {number}</source>
            <translation>Картинка {number}</translation>
        </message>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n результат</numerusform>
                <numerusform>%n результата</numerusform>
                <numerusform>%n результатов</numerusform>
            </translation>
        </message>
        <message>
            <source>{results}, {count} unused</source>
            <translation>{results}, не вошло: {count}</translation>
        </message>
    </context>
    <context>
        <name>Costs</name>
        <message>
            <source>Clips in the film</source>
            <translation>Клипы в фильме</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Панели</translation>
        </message>
        <message>
            <source>Reference images</source>
            <translation>Образцы</translation>
        </message>
        <message>
            <source>Takes that are not chosen</source>
            <translation>Невыбранные дубли</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Отклонённые</translation>
        </message>
        <message>
            <source>In the trash</source>
            <translation>В корзине</translation>
        </message>
        <message>
            <source>New pictures that are not kept</source>
            <translation>Новые картинки, не оставленные</translation>
        </message>
        <message>
            <source>Charged without a result</source>
            <translation>Списано без результата</translation>
        </message>
        <message>
            <source>On the way</source>
            <translation>В пути</translation>
        </message>
        <message>
            <source>Sent without an answer: charged or not</source>
            <translation>Отправлено без ответа: списано или нет</translation>
        </message>
        <message>
            <source>No longer in the film</source>
            <translation>Уже не в фильме</translation>
        </message>
        <message>
            <source>in the film</source>
            <translation>в фильме</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>выбрано</translation>
        </message>
        <message>
            <source>not chosen</source>
            <translation>не выбрано</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>отклонено</translation>
        </message>
        <message>
            <source>in the trash</source>
            <translation>в корзине</translation>
        </message>
        <message>
            <source>not kept</source>
            <translation>не оставлено</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>не вышло</translation>
        </message>
        <message>
            <source>on the way</source>
            <translation>в пути</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>нет ответа</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>удалено</translation>
        </message>
        <message>
            <source>Dollars are about: KIE sold {credits} credits for $1 on {day}.</source>
            <translation>Доллары — приблизительно: на {day} KIE продавал {credits} кр. за $1.</translation>
        </message>
    </context>
    <context>
        <name>Counters</name>
        <message>
            <source>{used} / {allowed} characters</source>
            <translation>{used} / {allowed} знаков</translation>
        </message>
        <message numerus="yes">
            <source>{used} of %n elements</source>
            <translation>
                <numerusform>{used} из %n элемента</numerusform>
                <numerusform>{used} из %n элементов</numerusform>
                <numerusform>{used} из %n элементов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CreditsField</name>
        <message>
            <source>No limit</source>
            <translation>Без предела</translation>
        </message>
    </context>
    <context>
        <name>CropFrame</name>
        <message>
            <source>Frame of the crop</source>
            <translation>Рамка обрезки</translation>
        </message>
    </context>
    <context>
        <name>CutActs</name>
        <message>
            <source>A cut of this film</source>
            <translation>Монтаж этого фильма</translation>
        </message>
        <message>
            <source>The film is as the cut has it: nothing changes.</source>
            <translation>В фильме всё так, как в монтаже: ничего не изменится.</translation>
        </message>
        <message>
            <source>Cut from {name}</source>
            <translation>Монтаж из {name}</translation>
        </message>
        <message>
            <source>The film is cut anew</source>
            <translation>Фильм смонтирован заново</translation>
        </message>
    </context>
    <context>
        <name>CutBack</name>
        <message>
            <source>A cut comes back</source>
            <translation>Монтаж возвращается</translation>
        </message>
        <message>
            <source>Change the film</source>
            <translation>Изменить фильм</translation>
        </message>
        <message>
            <source>Nothing is paid, and Undo takes all of it back.</source>
            <translation>Это бесплатно, а «Отменить» вернёт всё как было.</translation>
        </message>
        <message>
            <source>Nothing else is different: the film stays as it is.</source>
            <translation>Больше ничего не отличается: фильм останется как есть.</translation>
        </message>
        <message>
            <source>Compared with the film as it is: no list of an earlier export was found.</source>
            <translation>Сравнено с нынешним фильмом: список прежнего вывода не найден.</translation>
        </message>
    </context>
    <context>
        <name>DayBudget</name>
        <message>
            <source>A day's budget, in credits</source>
            <translation>Бюджет на день, в кредитах</translation>
        </message>
        <message>
            <source>Over all films, from midnight to midnight. Practice costs nothing.</source>
            <translation>На все фильмы, от полуночи до полуночи. Тренировка бесплатна.</translation>
        </message>
        <message>
            <source>Over all films, from midnight to midnight. Spent today: {spent}.</source>
            <translation>На все фильмы, от полуночи до полуночи. Сегодня потрачено: {spent}</translation>
        </message>
    </context>
    <context>
        <name>DeleteElementDialog</name>
        <message>
            <source>Delete @{name}</source>
            <translation>Удалить @{name}</translation>
        </message>
        <message numerus="yes">
            <source>%n shots mention @{name}. What should become of the mentions?</source>
            <translation>
                <numerusform>@{name} упоминается в %n шоте. Что сделать с упоминаниями?</numerusform>
                <numerusform>@{name} упоминается в %n шотах. Что сделать с упоминаниями?</numerusform>
                <numerusform>@{name} упоминается в %n шотах. Что сделать с упоминаниями?</numerusform>
            </translation>
        </message>
        <message>
            <source>Make them plain words: {name}</source>
            <translation>Сделать простыми словами: {name}</translation>
        </message>
        <message>
            <source>Leave them marked: @{name}</source>
            <translation>Оставить с отметкой: @{name}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
    </context>
    <context>
        <name>Dialogue</name>
        <message>
            <source>DIALOGUE</source>
            <translation>РЕПЛИКИ</translation>
        </message>
        <message>
            <source>Add a line of dialogue</source>
            <translation>Добавить реплику</translation>
        </message>
        <message numerus="yes">
            <source>%n more stand in the film's file.</source>
            <translation>
                <numerusform>Ещё %n есть в файле фильма.</numerusform>
                <numerusform>Ещё %n есть в файле фильма.</numerusform>
                <numerusform>Ещё %n есть в файле фильма.</numerusform>
            </translation>
        </message>
        <message>
            <source>+ Line of dialogue</source>
            <translation>+ Реплика</translation>
        </message>
        <message>
            <source>+ Line</source>
            <translation>+ Реплика</translation>
        </message>
        <message>
            <source>Change a line</source>
            <translation>Изменить реплику</translation>
        </message>
        <message>
            <source>Add a line</source>
            <translation>Добавить реплику</translation>
        </message>
        <message>
            <source>Delete a line</source>
            <translation>Удалить реплику</translation>
        </message>
    </context>
    <context>
        <name>DiskPart</name>
        <message>
            <source>On the disk</source>
            <translation>На диске</translation>
        </message>
        <message>
            <source>Empty the trash…</source>
            <translation>Очистить корзину…</translation>
        </message>
        <message numerus="yes">
            <source>%n results</source>
            <translation>
                <numerusform>%n результат</numerusform>
                <numerusform>%n результата</numerusform>
                <numerusform>%n результатов</numerusform>
            </translation>
        </message>
        <message>
            <source>Takes and panels</source>
            <translation>Дубли и панели</translation>
        </message>
        <message>
            <source>In the trash</source>
            <translation>В корзине</translation>
        </message>
        <message>
            <source>Pictures of elements</source>
            <translation>Картинки элементов</translation>
        </message>
        <message>
            <source>Copies, notes, small pictures</source>
            <translation>Копии, записи, миниатюры</translation>
        </message>
        <message numerus="yes">
            <source>%n takes and panels are deleted for good.</source>
            <translation>
                <numerusform>Навсегда удалится дублей и панелей: %n.</numerusform>
                <numerusform>Навсегда удалится дублей и панелей: %n.</numerusform>
                <numerusform>Навсегда удалится дублей и панелей: %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures of elements are deleted for good.</source>
            <translation>
                <numerusform>Навсегда удалится картинок элементов: %n.</numerusform>
                <numerusform>Навсегда удалится картинок элементов: %n.</numerusform>
                <numerusform>Навсегда удалится картинок элементов: %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>They cost {credits}, which stay spent.</source>
            <translation>Потраченные на это {credits} не вернутся.</translation>
        </message>
        <message>
            <source>It cost {credits}, which stay spent.</source>
            <translation>Потраченные на это {credits} не вернутся.</translation>
        </message>
        <message>
            <source>{size} of the disk come free. This cannot be undone.</source>
            <translation>На диске освободится {size}. Отменить это нельзя.</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Удалить навсегда</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>Оставить</translation>
        </message>
    </context>
    <context>
        <name>DrawnBy</name>
        <message>
            <source>As in the film: {model}</source>
            <translation>Как в фильме: {model}</translation>
        </message>
        <message>
            <source>As in the scene: {model}</source>
            <translation>Как в сцене: {model}</translation>
        </message>
    </context>
    <context>
        <name>DropChoice</name>
        <message>
            <source>Its panel</source>
            <translation>Панель шота</translation>
        </message>
        <message>
            <source>Start from it</source>
            <translation>Начать с неё</translation>
        </message>
        <message>
            <source>End with it</source>
            <translation>Закончить ею</translation>
        </message>
        <message>
            <source>Be the shot</source>
            <translation>Вместо шота</translation>
        </message>
    </context>
    <context>
        <name>DropSide</name>
        <message>
            <source>Open…</source>
            <translation>Открыть…</translation>
        </message>
        <message>
            <source>STORYBOARDER</source>
            <translation>STORYBOARDER</translation>
        </message>
        <message>
            <source>THE FOLDER</source>
            <translation>ПАПКА</translation>
        </message>
        <message>
            <source>Open a Storyboarder project</source>
            <translation>Открыть проект Storyboarder</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Открыть папку</translation>
        </message>
        <message>
            <source>Drop a .storyboarder file here</source>
            <translation>Перетащите сюда файл .storyboarder</translation>
        </message>
        <message>
            <source>Drop a folder here: of pictures, of clips, or of the older pipeline</source>
            <translation>Перетащите сюда папку: с картинками, с клипами или от прежнего конвейера</translation>
        </message>
        <message>
            <source>A film is there. It opens as it is, with all that was made for it.</source>
            <translation>Там уже есть фильм. Он откроется как есть, со всем, что для него создано.</translation>
        </message>
        <message>
            <source>Without a picture: {count}</source>
            <translation>Без картинки: {count}</translation>
        </message>
        <message>
            <source>Cannot be taken: {names}</source>
            <translation>Нельзя взять: {names}</translation>
        </message>
    </context>
    <context>
        <name>Editing</name>
        <message>
            <source>the shot you wrote in is gone; your words are on the clipboard</source>
            <translation>шота, в котором вы писали, больше нет; ваши слова в буфере обмена</translation>
        </message>
    </context>
    <context>
        <name>EditorOptions</name>
        <message>
            <source>Format</source>
            <translation>Формат</translation>
        </message>
        <message>
            <source>Clips</source>
            <translation>Клипы</translation>
        </message>
        <message>
            <source>Where they lie</source>
            <translation>Там, где лежат</translation>
        </message>
        <message>
            <source>Copied beside it</source>
            <translation>Копии рядом</translation>
        </message>
        <message>
            <source>Earlier export</source>
            <translation>Прежний вывод</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Update it</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Names stay, so links in the editor hold.</source>
            <translation>Имена останутся, и ссылки в программе монтажа не порвутся.</translation>
        </message>
        <message>
            <source>OpenTimelineIO: DaVinci Resolve, Premiere Pro, Avid, Kdenlive</source>
            <translation>OpenTimelineIO: DaVinci Resolve, Premiere Pro, Avid, Kdenlive</translation>
        </message>
        <message>
            <source>Final Cut Pro, DaVinci Resolve</source>
            <translation>Final Cut Pro, DaVinci Resolve</translation>
        </message>
        <message>
            <source>{title}: Premiere Pro, DaVinci Resolve</source>
            <translation>{title}: Premiere Pro, DaVinci Resolve</translation>
        </message>
        <message>
            <source>CMX 3600: any program, the pictures' order and lengths only</source>
            <translation>CMX 3600: любая программа, но только порядок и длины кадров</translation>
        </message>
    </context>
    <context>
        <name>ElementActs</name>
        <message>
            <source>New element {name}</source>
            <translation>Новый элемент {name}</translation>
        </message>
        <message>
            <source>Delete element {name}</source>
            <translation>Удалить элемент {name}</translation>
        </message>
        <message>
            <source>Deleted element {name}</source>
            <translation>Удалён элемент {name}</translation>
        </message>
    </context>
    <context>
        <name>ElementCard</name>
        <message>
            <source>Progress of @{name}</source>
            <translation>Ход работы: @{name}</translation>
        </message>
        <message numerus="yes">
            <source>%n images</source>
            <translation>
                <numerusform>%n изображение</numerusform>
                <numerusform>%n изображения</numerusform>
                <numerusform>%n изображений</numerusform>
            </translation>
        </message>
        <message>
            <source>Generate {images} · {cost}</source>
            <translation>Создать {images} · {cost}</translation>
        </message>
        <message>
            <source>Generate · {cost}</source>
            <translation>Создать · {cost}</translation>
        </message>
        <message>
            <source>Generate {images} of @{name} for {cost}</source>
            <translation>Создать {images} для @{name} за {cost}</translation>
        </message>
        <message>
            <source>Drawing {number} of {all}</source>
            <translation>Рисуется {number} из {all}</translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n images</source>
            <translation>
                <numerusform>{done} из %n изображения</numerusform>
                <numerusform>{done} из %n изображений</numerusform>
                <numerusform>{done} из %n изображений</numerusform>
            </translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Изменить…</translation>
        </message>
        <message>
            <source>No description yet</source>
            <translation>Описания ещё нет</translation>
        </message>
    </context>
    <context>
        <name>ElementChip</name>
        <message numerus="yes">
            <source>all %n</source>
            <translation>
                <numerusform>все %n</numerusform>
                <numerusform>все %n</numerusform>
                <numerusform>все %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} of %n</source>
            <translation>
                <numerusform>{count} из %n</numerusform>
                <numerusform>{count} из %n</numerusform>
                <numerusform>{count} из %n</numerusform>
            </translation>
        </message>
        <message>
            <source>A click mentions it in the others; Delete takes it out of all</source>
            <translation>Щелчок упомянет его в остальных; Delete уберёт из всех</translation>
        </message>
        <message>
            <source>Delete takes it out of all</source>
            <translation>Delete уберёт его из всех</translation>
        </message>
        <message>
            <source>Mention it in the others</source>
            <translation>Упомянуть в остальных</translation>
        </message>
        <message>
            <source>Take @{name} out of all</source>
            <translation>Убрать @{name} из всех</translation>
        </message>
    </context>
    <context>
        <name>ElementForm</name>
        <message>
            <source>Name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Описание</translation>
        </message>
        <message>
            <source>How it looks, in a sentence or two.</source>
            <translation>Как выглядит: одно-два предложения.</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>Delete element…</source>
            <translation>Удалить элемент…</translation>
        </message>
        <message>
            <source>Description, sent with every shot</source>
            <translation>Описание, идёт с каждым шотом</translation>
        </message>
        <message>
            <source>REFERENCE IMAGES</source>
            <translation>ОБРАЗЦЫ</translation>
        </message>
        <message>
            <source>Element costs so far {cost}</source>
            <translation>Элемент уже стоил {cost}</translation>
        </message>
        <message>
            <source>Pictures on the way…</source>
            <translation>Картинки в пути…</translation>
        </message>
        <message numerus="yes">
            <source>Generate %n images · {cost}</source>
            <translation>
                <numerusform>Создать %n изображение · {cost}</numerusform>
                <numerusform>Создать %n изображения · {cost}</numerusform>
                <numerusform>Создать %n изображений · {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>All images are made</source>
            <translation>Все изображения готовы</translation>
        </message>
        <message>
            <source>Rename {old} to {new}</source>
            <translation>Переименовать {old} в {new}</translation>
        </message>
        <message>
            <source>Change kind of {name}</source>
            <translation>Изменить вид: {name}</translation>
        </message>
        <message>
            <source>Change element</source>
            <translation>Изменить элемент</translation>
        </message>
        <message>
            <source>Say how it looks first</source>
            <translation>Сначала опишите внешность</translation>
        </message>
    </context>
    <context>
        <name>ElementName</name>
        <message>
            <source>Type a name.</source>
            <translation>Введите имя.</translation>
        </message>
        <message>
            <source>One word, beginning with a letter: letters, digits, _ and -.</source>
            <translation>Одно слово, начинается с буквы: буквы, цифры, _ и -.</translation>
        </message>
        <message>
            <source>There is an element called {name} already.</source>
            <translation>Элемент с именем {name} уже есть.</translation>
        </message>
        <message>
            <source>Too much like {name}: some computers keep both in one folder.</source>
            <translation>Слишком похоже на {name}: на некоторых компьютерах оба окажутся в одной папке.</translation>
        </message>
    </context>
    <context>
        <name>ElementPage</name>
        <message>
            <source>Pictures of the element</source>
            <translation>Картинки элемента</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Новая</translation>
        </message>
        <message>
            <source>Was</source>
            <translation>Была</translation>
        </message>
    </context>
    <context>
        <name>ElementRoom</name>
        <message>
            <source>With @{name}</source>
            <translation>С @{name}</translation>
        </message>
    </context>
    <context>
        <name>Elements</name>
        <message>
            <source>mention @{name}</source>
            <translation>упомянуть @{name}</translation>
        </message>
        <message>
            <source>The words of {number} have @{name} already</source>
            <translation>В словах {number} уже есть @{name}</translation>
        </message>
        <message>
            <source>Mention @{name}</source>
            <translation>Упомянуть @{name}</translation>
        </message>
    </context>
    <context>
        <name>ElementsField</name>
        <message>
            <source>Elements that fit</source>
            <translation>Подходящие элементы</translation>
        </message>
        <message>
            <source>No element is called {name}.</source>
            <translation>Элемента с именем {name} нет.</translation>
        </message>
        <message>
            <source>@{name} stands in the words of the shot.</source>
            <translation>@{name} стоит в словах шота.</translation>
        </message>
    </context>
    <context>
        <name>ElementsPane</name>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>New element</source>
            <translation>Новый элемент</translation>
        </message>
        <message>
            <source>New element…</source>
            <translation>Новый элемент…</translation>
        </message>
        <message>
            <source>Import from another film…</source>
            <translation>Взять из другого фильма…</translation>
        </message>
        <message>
            <source>No elements yet: press + to make one.</source>
            <translation>Элементов пока нет: нажмите +, чтобы создать.</translation>
        </message>
        <message>
            <source>Element cards</source>
            <translation>Карточки элементов</translation>
        </message>
        <message numerus="yes">
            <source>Generate all %n images · {cost}</source>
            <translation>
                <numerusform>Создать %n изображение · {cost}</numerusform>
                <numerusform>Создать все %n изображения · {cost}</numerusform>
                <numerusform>Создать все %n изображений · {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>Generate all · {cost}</source>
            <translation>Создать все · {cost}</translation>
        </message>
    </context>
    <context>
        <name>Elsewhere</name>
        <message>
            <source>Upload pictures from outside the film's folder?</source>
            <translation>Загрузить картинки не из папки фильма?</translation>
        </message>
        <message>
            <source>This film names these pictures, and they would be sent to the service:
{places}

If the film came from somebody else and these are private, do not send them. You are asked once for this film.</source>
            <translation>Фильм называет эти картинки, и они будут отправлены сервису:
{places}

Если фильм не ваш, а картинки личные, не отправляйте их. Об этом фильме спрашивается один раз.</translation>
        </message>
        <message>
            <source>Upload them</source>
            <translation>Загрузить</translation>
        </message>
        <message>
            <source>Do not send</source>
            <translation>Не отправлять</translation>
        </message>
        <message>
            <source>Use folders outside the film's own?</source>
            <translation>Писать вне папки фильма?</translation>
        </message>
        <message>
            <source>The settings of {film} put its results here:
{places}

If the film came from somebody else, do not allow it: it could write among your own files. You are asked once for this film.</source>
            <translation>Настройки {film} кладут результаты сюда:
{places}

Если фильм не ваш, не разрешайте: он сможет писать среди ваших файлов. Об этом фильме спрашивается один раз.</translation>
        </message>
        <message>
            <source>Use these folders</source>
            <translation>Разрешить эти папки</translation>
        </message>
        <message>
            <source>Do not open</source>
            <translation>Не открывать</translation>
        </message>
    </context>
    <context>
        <name>EndChoice</name>
        <message>
            <source>Nothing</source>
            <translation>Без картинки</translation>
        </message>
        <message>
            <source>Panel of {number}</source>
            <translation>Панель {number}</translation>
        </message>
        <message>
            <source>This model takes no picture to end with.</source>
            <translation>Эта модель не берёт последний кадр.</translation>
        </message>
    </context>
    <context>
        <name>Face</name>
        <message>
            <source>There are enough before it. Put it further to the front to have it sent.</source>
            <translation>Перед ней картинок уже достаточно. Чтобы её отправляли, поставьте её ближе к началу.</translation>
        </message>
        <message>
            <source>Compare with the picture before</source>
            <translation>Сравнить с прежней картинкой</translation>
        </message>
        <message>
            <source>Frontal</source>
            <translation>Главная</translation>
        </message>
        <message>
            <source>Not sent</source>
            <translation>Не отправится</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Новая</translation>
        </message>
        <message>
            <source>Was</source>
            <translation>Была</translation>
        </message>
    </context>
    <context>
        <name>Fields</name>
        <message>
            <source>title</source>
            <translation>название</translation>
        </message>
        <message>
            <source>prompt</source>
            <translation>промпт</translation>
        </message>
        <message>
            <source>length</source>
            <translation>длина</translation>
        </message>
        <message>
            <source>quality</source>
            <translation>качество</translation>
        </message>
        <message>
            <source>sound</source>
            <translation>звук</translation>
        </message>
        <message>
            <source>model</source>
            <translation>модель</translation>
        </message>
        <message>
            <source>first frame</source>
            <translation>первый кадр</translation>
        </message>
        <message>
            <source>second of the first frame</source>
            <translation>секунда первого кадра</translation>
        </message>
        <message>
            <source>last frame</source>
            <translation>последний кадр</translation>
        </message>
        <message>
            <source>words of the panel</source>
            <translation>слова панели</translation>
        </message>
        <message>
            <source>own picture</source>
            <translation>своя картинка</translation>
        </message>
        <message>
            <source>chosen take</source>
            <translation>выбранный дубль</translation>
        </message>
        <message>
            <source>panel</source>
            <translation>панель</translation>
        </message>
        <message>
            <source>used part of the take</source>
            <translation>используемая часть дубля</translation>
        </message>
        <message>
            <source>beginning of the used part</source>
            <translation>начало используемой части</translation>
        </message>
        <message>
            <source>end of the used part</source>
            <translation>конец используемой части</translation>
        </message>
        <message>
            <source>transition</source>
            <translation>переход</translation>
        </message>
        <message>
            <source>kind of transition</source>
            <translation>вид перехода</translation>
        </message>
        <message>
            <source>length of the transition</source>
            <translation>длина перехода</translation>
        </message>
        <message>
            <source>slow move</source>
            <translation>медленное движение</translation>
        </message>
        <message>
            <source>loudness of its clip</source>
            <translation>громкость клипа</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>принят</translation>
        </message>
        <message>
            <source>order of the pictures</source>
            <translation>порядок картинок</translation>
        </message>
        <message>
            <source>elements</source>
            <translation>элементы</translation>
        </message>
        <message>
            <source>what is not wanted</source>
            <translation>чего быть не должно</translation>
        </message>
        <message>
            <source>caption</source>
            <translation>титр</translation>
        </message>
        <message>
            <source>captions</source>
            <translation>титры</translation>
        </message>
        <message>
            <source>what is said</source>
            <translation>что говорится</translation>
        </message>
        <message>
            <source>who says it</source>
            <translation>кто говорит</translation>
        </message>
        <message>
            <source>how it is said</source>
            <translation>как это сказано</translation>
        </message>
        <message>
            <source>comments</source>
            <translation>комментарии</translation>
        </message>
        <message>
            <source>its lines in the script</source>
            <translation>его строки в сценарии</translation>
        </message>
        <message>
            <source>script</source>
            <translation>сценарий</translation>
        </message>
        <message>
            <source>time</source>
            <translation>время</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>заметки</translation>
        </message>
        <message>
            <source>permanent name</source>
            <translation>постоянное имя</translation>
        </message>
        <message>
            <source>number in the file</source>
            <translation>номер в файле</translation>
        </message>
        <message>
            <source>background</source>
            <translation>место</translation>
        </message>
        <message>
            <source>lighting</source>
            <translation>свет</translation>
        </message>
        <message>
            <source>several shots in one clip</source>
            <translation>несколько шотов в одном клипе</translation>
        </message>
        <message>
            <source>style</source>
            <translation>стиль</translation>
        </message>
        <message>
            <source>format</source>
            <translation>формат</translation>
        </message>
        <message>
            <source>model of pictures</source>
            <translation>модель картинок</translation>
        </message>
        <message>
            <source>budget</source>
            <translation>бюджет</translation>
        </message>
        <message>
            <source>frames a second</source>
            <translation>кадров в секунду</translation>
        </message>
        <message>
            <source>ending</source>
            <translation>окончание</translation>
        </message>
        <message>
            <source>music and voices</source>
            <translation>музыка и голоса</translation>
        </message>
        <message>
            <source>kind</source>
            <translation>вид</translation>
        </message>
        <message>
            <source>name</source>
            <translation>имя</translation>
        </message>
        <message>
            <source>description</source>
            <translation>описание</translation>
        </message>
        <message>
            <source>reference images</source>
            <translation>образцы</translation>
        </message>
        <message>
            <source>addresses of images</source>
            <translation>адреса картинок</translation>
        </message>
        <message>
            <source>voice</source>
            <translation>голос</translation>
        </message>
        <message>
            <source>deleted on one side, changed on the other</source>
            <translation>удалено с одной стороны, изменено с другой</translation>
        </message>
        <message>
            <source>order of the shots</source>
            <translation>порядок шотов</translation>
        </message>
        <message>
            <source>order of the scenes</source>
            <translation>порядок сцен</translation>
        </message>
        <message>
            <source>its scene</source>
            <translation>сцена, где он стоит</translation>
        </message>
        <message>
            <source>the whole file</source>
            <translation>весь файл</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>Shot {number}</source>
            <translation>Шот {number}</translation>
        </message>
        <message>
            <source>Scene {number}</source>
            <translation>Сцена {number}</translation>
        </message>
        <message>
            <source>(deleted)</source>
            <translation>(удалено)</translation>
        </message>
        <message>
            <source>(nothing)</source>
            <translation>(ничего)</translation>
        </message>
        <message>
            <source>on</source>
            <translation>включён</translation>
        </message>
        <message>
            <source>off</source>
            <translation>выключен</translation>
        </message>
        <message>
            <source>its panel</source>
            <translation>его панель</translation>
        </message>
        <message>
            <source>the end of the shot before</source>
            <translation>конец предыдущего шота</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>ничего</translation>
        </message>
        <message>
            <source>From line {line}:</source>
            <translation>Начиная со строки {line}:</translation>
        </message>
        <message>
            <source>options of the model</source>
            <translation>параметры модели</translation>
        </message>
    </context>
    <context>
        <name>Filling</name>
        <message>
            <source>Describe it, then press Generate</source>
            <translation>Опишите и нажмите «Создать»</translation>
        </message>
        <message>
            <source>Press {button}</source>
            <translation>Нажмите «{button}»</translation>
        </message>
        <message>
            <source>Drop a picture</source>
            <translation>Перетащите картинку</translation>
        </message>
        <message>
            <source>not made yet</source>
            <translation>ещё не создана</translation>
        </message>
        <message>
            <source>One more angle is needed</source>
            <translation>Нужен ещё один ракурс</translation>
        </message>
    </context>
    <context>
        <name>FilmBudget</name>
        <message>
            <source>Film's budget, in credits</source>
            <translation>Бюджет фильма, в кредитах</translation>
        </message>
        <message>
            <source>Change the budget</source>
            <translation>Изменить бюджет</translation>
        </message>
        <message>
            <source>Nothing is sent that would cost more. Spent so far: {spent}.</source>
            <translation>Сверх него ничего не отправляется. Уже потрачено: {spent}</translation>
        </message>
    </context>
    <context>
        <name>FilmForm</name>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Untitled film</source>
            <translation>Фильм без названия</translation>
        </message>
        <message>
            <source>Style</source>
            <translation>Стиль</translation>
        </message>
        <message>
            <source>How the whole film looks; put before every prompt.</source>
            <translation>Как выглядит весь фильм; ставится перед каждым промптом.</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Формат</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Качество</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Модель</translation>
        </message>
        <message>
            <source>Model of pictures</source>
            <translation>Модель картинок</translation>
        </message>
        <message>
            <source>Every shot uses these, unless it or its scene says otherwise.</source>
            <translation>Это действует для всех шотов, если шот или сцена не говорят иначе.</translation>
        </message>
        <message>
            <source>Usual: {model}</source>
            <translation>Обычно: {model}</translation>
        </message>
        <message>
            <source>Change film settings</source>
            <translation>Изменить настройки фильма</translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n сцена</numerusform>
                <numerusform>%n сцены</numerusform>
                <numerusform>%n сцен</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>Not tried with KIE yet.</source>
            <translation>С KIE ещё не опробована.</translation>
        </message>
    </context>
    <context>
        <name>FilmOut</name>
        <message>
            <source>Whole film</source>
            <translation>Весь фильм</translation>
        </message>
        <message>
            <source>Scene {number}</source>
            <translation>Сцена {number}</translation>
        </message>
        <message numerus="yes">
            <source>%n chosen shots</source>
            <translation>
                <numerusform>%n выбранный шот</numerusform>
                <numerusform>%n выбранных шота</numerusform>
                <numerusform>%n выбранных шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>From I to O</source>
            <translation>От I до O</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Shot list</source>
            <translation>Список шотов</translation>
        </message>
        <message>
            <source>Contact sheet</source>
            <translation>Контактный лист</translation>
        </message>
        <message>
            <source>Review page</source>
            <translation>Страница отзывов</translation>
        </message>
        <message>
            <source>Animatic</source>
            <translation>Аниматик</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>{number} GB</source>
            <translation>{number} ГБ</translation>
        </message>
        <message>
            <source>{number} KB</source>
            <translation>{number} КБ</translation>
        </message>
        <message>
            <source>{number} MB</source>
            <translation>{number} МБ</translation>
        </message>
        <message>
            <source>{number} s</source>
            <translation>{number} с</translation>
        </message>
        <message>
            <source>{number} min</source>
            <translation>{number} мин</translation>
        </message>
        <message>
            <source>{share} %</source>
            <translation>{share} %</translation>
        </message>
        <message>
            <source>page {page} of {pages}</source>
            <translation>страница {page} из {pages}</translation>
        </message>
        <message>
            <source>{time} left</source>
            <translation>ещё {time}</translation>
        </message>
        <message numerus="yes">
            <source>%n files could not be read</source>
            <translation>
                <numerusform>%n файл не удалось прочитать</numerusform>
                <numerusform>%n файла не удалось прочитать</numerusform>
                <numerusform>%n файлов не удалось прочитать</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilmPlays</name>
        <message>
            <source>Ends with</source>
            <translation>В конце</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Резко</translation>
        </message>
        <message>
            <source>Fade</source>
            <translation>Затемнение</translation>
        </message>
        <message>
            <source>Seconds of the ending</source>
            <translation>Секунды окончания</translation>
        </message>
        <message>
            <source>s</source>
            <translation>с</translation>
        </message>
        <message>
            <source>IN THE FILM</source>
            <translation>В ФИЛЬМЕ</translation>
        </message>
        <message>
            <source>Frames a second</source>
            <translation>Кадров в секунду</translation>
        </message>
        <message>
            <source>Slow move of panels and pictures</source>
            <translation>Медленное движение панелей и картинок</translation>
        </message>
        <message>
            <source>Change frame rate</source>
            <translation>Изменить частоту кадров</translation>
        </message>
        <message>
            <source>Change slow move</source>
            <translation>Изменить движение</translation>
        </message>
        <message>
            <source>Change ending</source>
            <translation>Изменить окончание</translation>
        </message>
    </context>
    <context>
        <name>FilmSide</name>
        <message>
            <source>A shot for each</source>
            <translation>Один шот — это</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Абзац</translation>
        </message>
        <message>
            <source>Sentence</source>
            <translation>Предложение</translation>
        </message>
        <message>
            <source>NEW ELEMENTS</source>
            <translation>НОВЫЕ ЭЛЕМЕНТЫ</translation>
        </message>
        <message>
            <source>Plain words, which can be elements:</source>
            <translation>Простые слова, которые могут стать элементами:</translation>
        </message>
        <message>
            <source>THE FILM</source>
            <translation>ФИЛЬМ</translation>
        </message>
        <message>
            <source>Leave {name} a plain word</source>
            <translation>Оставить {name} простым словом</translation>
        </message>
        <message>
            <source>Make {name} an element</source>
            <translation>Сделать {name} элементом</translation>
        </message>
    </context>
    <context>
        <name>FilmViews</name>
        <message>
            <source>Timeline</source>
            <translation>Лента</translation>
        </message>
        <message>
            <source>Board</source>
            <translation>Доска</translation>
        </message>
        <message>
            <source>Shot list</source>
            <translation>Список шотов</translation>
        </message>
        <message>
            <source>Board: the film's shots, scene by scene</source>
            <translation>Доска: шоты фильма, сцена за сценой</translation>
        </message>
        <message>
            <source>Shot list: a line for each shot</source>
            <translation>Список шотов: строка на каждый шот</translation>
        </message>
    </context>
    <context>
        <name>FilterLine</name>
        <message>
            <source>What is shown</source>
            <translation>Что показано</translation>
        </message>
        <message>
            <source>Numbers stay those of the whole film. A dropped shot lands right after the shown one on its left.</source>
            <translation>Номера — как во всём фильме. Перетащенный шот встанет сразу за показанным слева от него.</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>Показать все</translation>
        </message>
        <message numerus="yes">
            <source>Showing {shown} of %n shots</source>
            <translation>
                <numerusform>Показано {shown} из %n шота</numerusform>
                <numerusform>Показано {shown} из %n шотов</numerusform>
                <numerusform>Показано {shown} из %n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>{showing} with “{words}”</source>
            <translation>{showing} с «{words}»</translation>
        </message>
        <message>
            <source>Choose all {count}</source>
            <translation>Выбрать все {count}</translation>
        </message>
        <message>
            <source>No shot with “{words}” is any of: {kinds}.</source>
            <translation>Нет шотов с «{words}» в фильтрах: {kinds}.</translation>
        </message>
        <message>
            <source>No shot is any of: {kinds}.</source>
            <translation>Нет шотов в фильтрах: {kinds}.</translation>
        </message>
        <message>
            <source>No shot with “{words}”.</source>
            <translation>Нет шотов с «{words}».</translation>
        </message>
        <message>
            <source>No shot is missing.</source>
            <translation>Недостающих шотов нет.</translation>
        </message>
        <message>
            <source>No shot with “{words}” is missing.</source>
            <translation>Недостающих шотов с «{words}» нет.</translation>
        </message>
        <message>
            <source>No shot is running.</source>
            <translation>Шотов в работе нет.</translation>
        </message>
        <message>
            <source>No shot with “{words}” is running.</source>
            <translation>Шотов с «{words}» в работе нет.</translation>
        </message>
        <message>
            <source>No shot is out of date.</source>
            <translation>Устаревших шотов нет.</translation>
        </message>
        <message>
            <source>No shot with “{words}” is out of date.</source>
            <translation>Устаревших шотов с «{words}» нет.</translation>
        </message>
        <message>
            <source>No shot has failed.</source>
            <translation>Нет шотов, которые не вышли.</translation>
        </message>
        <message>
            <source>No shot with “{words}” has failed.</source>
            <translation>Нет шотов с «{words}», которые не вышли.</translation>
        </message>
        <message>
            <source>No shot needs you.</source>
            <translation>Ни один шот не ждёт вас.</translation>
        </message>
        <message>
            <source>No shot with “{words}” needs you.</source>
            <translation>Ни один шот с «{words}» не ждёт вас.</translation>
        </message>
        <message>
            <source>No shot is accepted.</source>
            <translation>Принятых шотов нет.</translation>
        </message>
        <message>
            <source>No shot with “{words}” is accepted.</source>
            <translation>Принятых шотов с «{words}» нет.</translation>
        </message>
    </context>
    <context>
        <name>FilterPills</name>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>All</source>
            <translation>Все</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Недостающие</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>В работе</translation>
        </message>
        <message>
            <source>Out of date</source>
            <translation>Устаревшие</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Не вышли</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Ждут вас</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Принятые</translation>
        </message>
    </context>
    <context>
        <name>FirstNotes</name>
        <message>
            <source>Practice costs nothing. The whole film takes under a minute.</source>
            <translation>Тренировка ничего не стоит. Весь фильм — меньше минуты.</translation>
        </message>
        <message>
            <source>The button says what it costs. Nothing is sent before you press it.</source>
            <translation>На кнопке написана цена. Пока вы её не нажали, ничего не отправляется.</translation>
        </message>
        <message>
            <source>Drag any shot</source>
            <translation>Перетащите любой шот</translation>
        </message>
        <message>
            <source>To another place, also into another scene. Ctrl+Z takes it back.</source>
            <translation>На другое место, хоть в другую сцену. Ctrl+Z вернёт всё назад.</translation>
        </message>
        <message>
            <source>Make it</source>
            <translation>Создайте его</translation>
        </message>
        <message>
            <source>Space plays</source>
            <translation>Пробел — смотреть</translation>
        </message>
        <message>
            <source>At any time, also while shots are missing.</source>
            <translation>В любой момент, даже пока не все шоты готовы.</translation>
        </message>
    </context>
    <context>
        <name>FirstShot</name>
        <message>
            <source>The first shot</source>
            <translation>Первый шот</translation>
        </message>
        <message>
            <source>Say what happens</source>
            <translation>Скажите, что происходит</translation>
        </message>
    </context>
    <context>
        <name>Fixes</name>
        <message>
            <source>Make element @{name}…</source>
            <translation>Создать элемент @{name}…</translation>
        </message>
        <message>
            <source>Replace with @{name}</source>
            <translation>Заменить на @{name}</translation>
        </message>
        <message>
            <source>Make it {seconds}</source>
            <translation>Сделать {seconds}</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message>
            <source>Totals of the film</source>
            <translation>Итоги фильма</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>To make each once</source>
            <translation>Создать каждый по разу</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>Потрачено</translation>
        </message>
    </context>
    <context>
        <name>FourFacts</name>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Shots</source>
            <translation>Шоты</translation>
        </message>
        <message>
            <source>Media files</source>
            <translation>Клипы и звуки</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Страницы</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Столбцы</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Кадр</translation>
        </message>
        <message>
            <source>Size, about</source>
            <translation>Размер, около</translation>
        </message>
        <message>
            <source>Takes about</source>
            <translation>Займёт около</translation>
        </message>
    </context>
    <context>
        <name>Frame</name>
        <message>
            <source>Film and money</source>
            <translation>Фильм и деньги</translation>
        </message>
    </context>
    <context>
        <name>FrameActs</name>
        <message>
            <source>A picture to start from</source>
            <translation>Картинка для начала</translation>
        </message>
        <message>
            <source>A picture to end with</source>
            <translation>Картинка для конца</translation>
        </message>
        <message>
            <source>A picture that is the shot</source>
            <translation>Картинка вместо шота</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>Картинки ({endings})</translation>
        </message>
        <message>
            <source>Change first frame</source>
            <translation>Изменить первый кадр</translation>
        </message>
        <message>
            <source>Change last frame</source>
            <translation>Изменить последний кадр</translation>
        </message>
        <message>
            <source>Own picture</source>
            <translation>Своя картинка</translation>
        </message>
    </context>
    <context>
        <name>FrameChoice</name>
        <message>
            <source>Choose a picture…</source>
            <translation>Выбрать картинку…</translation>
        </message>
    </context>
    <context>
        <name>GenerateButton</name>
        <message>
            <source>Generate</source>
            <translation>Создать</translation>
        </message>
        <message>
            <source>Regenerate · {cost}</source>
            <translation>Переделать · {cost}</translation>
        </message>
        <message>
            <source>Generate · {cost}</source>
            <translation>Создать · {cost}</translation>
        </message>
        <message numerus="yes">
            <source>Generate %n missing · {cost}</source>
            <translation>
                <numerusform>Создать %n недостающий · {cost}</numerusform>
                <numerusform>Создать %n недостающих · {cost}</numerusform>
                <numerusform>Создать %n недостающих · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Regenerate %n shots · {cost}</source>
            <translation>
                <numerusform>Сделать заново %n шот · {cost}</numerusform>
                <numerusform>Сделать заново %n шота · {cost}</numerusform>
                <numerusform>Сделать заново %n шотов · {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>The budget cannot be read</source>
            <translation>Бюджет не прочитать</translation>
        </message>
        <message numerus="yes">
            <source>Generate %n shots · {cost}</source>
            <translation>
                <numerusform>Создать %n шот · {cost}</numerusform>
                <numerusform>Создать %n шота · {cost}</numerusform>
                <numerusform>Создать %n шотов · {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>Say what happens</source>
            <translation>Опишите, что происходит</translation>
        </message>
        <message>
            <source>Fix {what}</source>
            <translation>Исправить {what}</translation>
        </message>
        <message>
            <source>Fix the mistake</source>
            <translation>Исправить ошибку</translation>
        </message>
        <message>
            <source>Download again · free</source>
            <translation>Скачать снова · бесплатно</translation>
        </message>
        <message>
            <source>A picture of your own</source>
            <translation>Своя картинка</translation>
        </message>
        <message>
            <source>Cannot be generated now</source>
            <translation>Сейчас создать нельзя</translation>
        </message>
        <message>
            <source>Nothing to generate here</source>
            <translation>Здесь нечего создавать</translation>
        </message>
        <message numerus="yes">
            <source>Regenerate %n out of date · {cost}</source>
            <translation>
                <numerusform>Переделать %n устаревший · {cost}</numerusform>
                <numerusform>Переделать %n устаревших · {cost}</numerusform>
                <numerusform>Переделать %n устаревших · {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing can be generated here yet</source>
            <translation>Здесь пока ничего нельзя создать</translation>
        </message>
        <message numerus="yes">
            <source>Generates %n pictures first; they are in the price.</source>
            <translation>
                <numerusform>Сначала создаётся %n картинка; она входит в цену.</numerusform>
                <numerusform>Сначала создаются %n картинки; они входят в цену.</numerusform>
                <numerusform>Сначала создаются %n картинок; они входят в цену.</numerusform>
            </translation>
        </message>
        <message>
            <source>Another program holds this film, so nothing can be generated here.</source>
            <translation>Фильм занят другой программой, поэтому здесь ничего нельзя создать.</translation>
        </message>
        <message numerus="yes">
            <source>%n more cannot be sent as they are</source>
            <translation>
                <numerusform>Ещё %n нельзя отправить как есть</numerusform>
                <numerusform>Ещё %n нельзя отправить как есть</numerusform>
                <numerusform>Ещё %n нельзя отправить как есть</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Glass</name>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
    </context>
    <context>
        <name>GoRealPage</name>
        <message>
            <source>Go real</source>
            <translation>Снимать по-настоящему</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Make the film for real</source>
            <translation>Снять фильм по-настоящему</translation>
        </message>
        <message>
            <source>In practice, this computer draws every picture and clip, and nothing costs money. For real, Kling makes them through KIE (kie.ai), and your account there pays in credits. What you practised stays where it is.</source>
            <translation>На тренировке все картинки и клипы рисует этот компьютер, и ничего не стоит денег. По-настоящему их создаёт Kling через KIE (kie.ai), а платит ваш счёт там, в кредитах. Всё, что сделано на тренировке, остаётся на месте.</translation>
        </message>
        <message>
            <source>Nothing was sent: there is no key yet. Press Generate again afterwards.</source>
            <translation>Ничего не отправлено: ключа ещё нет. Потом нажмите «Создать» ещё раз.</translation>
        </message>
        <message>
            <source>Not asked to the end.</source>
            <translation>Проверка прервана.</translation>
        </message>
        <message>
            <source>It works: {credits} on the account.</source>
            <translation>Ключ работает: на счёте {credits}</translation>
        </message>
        <message>
            <source>Test the key first</source>
            <translation>Сначала проверьте ключ</translation>
        </message>
        <message>
            <source>The system's keyring does not take the key. Choose: {place}.</source>
            <translation>Хранилище паролей системы не принимает ключ. Выберите: {place}.</translation>
        </message>
    </context>
    <context>
        <name>Grip</name>
        <message>
            <source>Drag to another place (Alt+←, Alt+→)</source>
            <translation>Перетащите на другое место (Alt+←, Alt+→)</translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>Back to the film (Esc)</source>
            <translation>Назад к фильму (Esc)</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>Назад (Esc)</translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n сцена</numerusform>
                <numerusform>%n сцены</numerusform>
                <numerusform>%n сцен</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>Film out</source>
            <translation>Вывод фильма</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Столбцы</translation>
        </message>
        <message>
            <source>Hide {column}</source>
            <translation>Скрыть «{column}»</translation>
        </message>
        <message>
            <source>Choose columns…</source>
            <translation>Выбрать столбцы…</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Guide</source>
            <translation>Руководство</translation>
        </message>
        <message>
            <source>About</source>
            <translation>О программе</translation>
        </message>
        <message>
            <source>A desktop storyboard editor: a timeline of scenes and shots, generated with Kling 3.0, watched at once.</source>
            <translation>Настольный редактор раскадровок: лента сцен и шотов, которые создаёт Kling 3.0, а вы сразу смотрите.</translation>
        </message>
        <message>
            <source>Free software under the MIT licence.</source>
            <translation>Свободная программа под лицензией MIT.</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>Лицензии</translation>
        </message>
        <message>
            <source>PySide6 brings Qt (LGPL 3). PyAV brings FFmpeg (LGPL 2.1) with x264 and x265 (GPL 2).</source>
            <translation>С PySide6 приходит Qt (LGPL 3). С PyAV приходит FFmpeg (LGPL 2.1) с x264 и x265 (GPL 2).</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>Библиотеки</translation>
        </message>
        <message>
            <source>Fonts: Inter</source>
            <translation>Шрифты: Inter</translation>
        </message>
    </context>
    <context>
        <name>HintsRow</name>
        <message>
            <source>Keys</source>
            <translation>Клавиши</translation>
        </message>
    </context>
    <context>
        <name>Impact</name>
        <message>
            <source>Your changes</source>
            <translation>Ваши правки</translation>
        </message>
        <message>
            <source>The film's style changed</source>
            <translation>Изменился стиль фильма</translation>
        </message>
        <message>
            <source>The film's format changed</source>
            <translation>Изменился формат фильма</translation>
        </message>
        <message>
            <source>The film's model changed</source>
            <translation>Изменилась модель фильма</translation>
        </message>
        <message>
            <source>The film's model of pictures changed</source>
            <translation>Изменилась модель картинок фильма</translation>
        </message>
        <message>
            <source>The film's quality changed</source>
            <translation>Изменилось качество фильма</translation>
        </message>
        <message>
            <source>The film's sound changed</source>
            <translation>Изменился звук фильма</translation>
        </message>
        <message>
            <source>An option of the film changed</source>
            <translation>Изменился параметр фильма</translation>
        </message>
        <message>
            <source>{name} was deleted</source>
            <translation>Элемент {name} удалён</translation>
        </message>
        <message>
            <source>{name}'s description changed</source>
            <translation>Изменилось описание {name}</translation>
        </message>
        <message>
            <source>{name} is called {new} now</source>
            <translation>{name} теперь называется {new}</translation>
        </message>
        <message>
            <source>{name} changed</source>
            <translation>Элемент {name} изменён</translation>
        </message>
        <message>
            <source>{name} is new</source>
            <translation>Новый элемент {name}</translation>
        </message>
        <message>
            <source>Scene {number} changed</source>
            <translation>Изменилась сцена {number}</translation>
        </message>
        <message>
            <source>Shot {number} was deleted</source>
            <translation>Шот {number} удалён</translation>
        </message>
        <message>
            <source>Shots were deleted</source>
            <translation>Шоты удалены</translation>
        </message>
        <message>
            <source>A shot came between others</source>
            <translation>Между шотами встал новый</translation>
        </message>
        <message>
            <source>The order of shots changed</source>
            <translation>Изменился порядок шотов</translation>
        </message>
    </context>
    <context>
        <name>ImpactCard</name>
        <message>
            <source>An accepted shot stays as it is</source>
            <translation>Принятый шот остаётся как есть</translation>
        </message>
        <message>
            <source>Which of them shall be out of date?</source>
            <translation>Какие из них считать устаревшими?</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Keeping costs nothing. Nothing is made anew until you press Generate.</source>
            <translation>Оставить — бесплатно. Заново ничего не создаётся, пока вы не нажмёте «Создать».</translation>
        </message>
        <message numerus="yes">
            <source>{title}: %n shots out of date, {cost} to refresh</source>
            <translation>
                <numerusform>{title}: устарел %n шот, обновить — {cost}</numerusform>
                <numerusform>{title}: устарели %n шота, обновить — {cost}</numerusform>
                <numerusform>{title}: устарело %n шотов, обновить — {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>None</source>
            <translation>Никакие</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Выбрать…</translation>
        </message>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>Все (%n)</numerusform>
                <numerusform>Все %n</numerusform>
                <numerusform>Все %n</numerusform>
            </translation>
        </message>
        <message>
            <source>{cost} to refresh</source>
            <translation>обновить — {cost}</translation>
        </message>
        <message>
            <source>{count} of {all} · {cost}</source>
            <translation>{count} из {all} · {cost}</translation>
        </message>
        <message>
            <source>{left} left {where}.</source>
            <translation>Осталось {left} {where}.</translation>
        </message>
        <message>
            <source>{left} left {where}: not enough for all.</source>
            <translation>Осталось {left} {where}: на все не хватит.</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>A film to take elements from</source>
            <translation>Фильм, из которого взять элементы</translation>
        </message>
        <message>
            <source>That film has no elements.</source>
            <translation>В том фильме нет элементов.</translation>
        </message>
        <message>
            <source>Elements of another film</source>
            <translation>Элементы другого фильма</translation>
        </message>
        <message>
            <source>Copies come with their pictures. The other film stays as it is.</source>
            <translation>Придут копии вместе с картинками. Другой фильм останется как есть.</translation>
        </message>
        <message>
            <source>the name is taken here: it gets another one</source>
            <translation>имя занято: будет другое</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message numerus="yes">
            <source>Take %n elements</source>
            <translation>
                <numerusform>Взять %n элемент</numerusform>
                <numerusform>Взять %n элемента</numerusform>
                <numerusform>Взять %n элементов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n elements came: {names}</source>
            <translation>
                <numerusform>Взят %n элемент: {names}</numerusform>
                <numerusform>Взяты %n элемента: {names}</numerusform>
                <numerusform>Взято %n элементов: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n картинка</numerusform>
                <numerusform>%n картинки</numerusform>
                <numerusform>%n картинок</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InspectorPane</name>
        <message>
            <source>Inspector</source>
            <translation>Инспектор</translation>
        </message>
        <message>
            <source>SHOT {number}</source>
            <translation>ШОТ {number}</translation>
        </message>
        <message numerus="yes">
            <source>%n SHOTS CHOSEN</source>
            <translation>
                <numerusform>ВЫБРАН %n ШОТ</numerusform>
                <numerusform>ВЫБРАНЫ %n ШОТА</numerusform>
                <numerusform>ВЫБРАНО %n ШОТОВ</numerusform>
            </translation>
        </message>
        <message>
            <source>SCENE {number}</source>
            <translation>СЦЕНА {number}</translation>
        </message>
        <message>
            <source>ELEMENT</source>
            <translation>ЭЛЕМЕНТ</translation>
        </message>
        <message>
            <source>FILM</source>
            <translation>ФИЛЬМ</translation>
        </message>
    </context>
    <context>
        <name>JobCard</name>
        <message>
            <source>Move to the front</source>
            <translation>В начало очереди</translation>
        </message>
        <message>
            <source>Progress of {title}</source>
            <translation>Ход работы: {title}</translation>
        </message>
        <message>
            <source>Move {title} to the front</source>
            <translation>{title}: в начало очереди</translation>
        </message>
        <message>
            <source>Cancel {title}</source>
            <translation>Отменить: {title}</translation>
        </message>
        <message>
            <source>Put {title} away</source>
            <translation>Убрать {title}</translation>
        </message>
        <message>
            <source>It was sent already. KIE may still finish it and charge for it; if it does, the result is collected.</source>
            <translation>Это уже отправлено. KIE может доделать и списать кредиты; тогда результат будет забран.</translation>
        </message>
        <message>
            <source>Stop waiting</source>
            <translation>Не ждать</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжать</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Отправлен</translation>
        </message>
        <message>
            <source>in line</source>
            <translation>в очереди</translation>
        </message>
        <message>
            <source>drawing</source>
            <translation>рисуется</translation>
        </message>
        <message>
            <source>download</source>
            <translation>загрузка</translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message numerus="yes">
            <source>Keep the new pictures</source>
            <translation>
                <numerusform>Оставить новую картинку</numerusform>
                <numerusform>Оставить новые картинки</numerusform>
                <numerusform>Оставить новые картинки</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Put the old ones back</source>
            <translation>
                <numerusform>Вернуть старую</numerusform>
                <numerusform>Вернуть старые</numerusform>
                <numerusform>Вернуть старые</numerusform>
            </translation>
        </message>
        <message>
            <source>The old pictures go into the trash.</source>
            <translation>Старые картинки уйдут в корзину.</translation>
        </message>
        <message>
            <source>Into the trash</source>
            <translation>В корзину</translation>
        </message>
        <message numerus="yes">
            <source>All %n new pictures…</source>
            <translation>
                <numerusform>Все новые картинки (%n)…</numerusform>
                <numerusform>Все %n новые картинки…</numerusform>
                <numerusform>Все %n новых картинок…</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}'s picture {number} changed</source>
            <translation>{name}: изменилась картинка {number}</translation>
        </message>
        <message>
            <source>{name}'s picture changed</source>
            <translation>Изменилась картинка {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n new pictures of {name}</source>
            <translation>
                <numerusform>%n новая картинка {name}</numerusform>
                <numerusform>%n новые картинки {name}</numerusform>
                <numerusform>%n новых картинок {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>{told}: no shot is out of date</source>
            <translation>{told}: ни один шот не устарел</translation>
        </message>
        <message>
            <source>Keeping costs nothing.</source>
            <translation>Оставить — бесплатно.</translation>
        </message>
    </context>
    <context>
        <name>KeyBox</name>
        <message>
            <source>KIE API key</source>
            <translation>Ключ API KIE</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Хранить</translation>
        </message>
        <message>
            <source>A key of its own is best: kie.ai can give it a limit for an hour, a day or in all, which holds even if the key is stolen.</source>
            <translation>Лучше всего отдельный ключ: на kie.ai ему можно задать предел на час, на день или всего, и он действует, даже если ключ украдут.</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Скрыть</translation>
        </message>
        <message>
            <source>Show the key</source>
            <translation>Показать ключ</translation>
        </message>
        <message>
            <source>It is sent to {hosts}, and to nobody else. The test costs nothing.</source>
            <translation>Он отправляется на {hosts} и больше никому. Проверка бесплатна.</translation>
        </message>
        <message>
            <source> and </source>
            <translation> и </translation>
        </message>
        <message>
            <source>in the system's keyring: this system has none that is open</source>
            <translation>в хранилище паролей системы: открытого хранилища здесь нет</translation>
        </message>
        <message>
            <source>A key is kept {place}. Leave the field empty to use it.</source>
            <translation>Ключ хранится {place}. Оставьте поле пустым, чтобы взять его.</translation>
        </message>
        <message>
            <source>The key that is kept</source>
            <translation>Ключ, который хранится</translation>
        </message>
        <message>
            <source>Paste your key</source>
            <translation>Вставьте ключ</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Стоп</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>Проверить</translation>
        </message>
        <message>
            <source>Stop the test</source>
            <translation>Остановить проверку</translation>
        </message>
        <message>
            <source>Test the key</source>
            <translation>Проверить ключ</translation>
        </message>
        <message>
            <source>Asking for the balance…</source>
            <translation>Спрашиваем баланс…</translation>
        </message>
    </context>
    <context>
        <name>KeyButton</name>
        <message>
            <source>No key</source>
            <translation>Нет клавиши</translation>
        </message>
        <message>
            <source>Give other keys</source>
            <translation>Назначить другие клавиши</translation>
        </message>
        <message>
            <source>Changed by you</source>
            <translation>Изменено вами</translation>
        </message>
    </context>
    <context>
        <name>KeyEditor</name>
        <message>
            <source>New keys</source>
            <translation>Новые клавиши</translation>
        </message>
        <message>
            <source>Give it up there</source>
            <translation>Снять там</translation>
        </message>
        <message>
            <source>No key</source>
            <translation>Без клавиши</translation>
        </message>
        <message>
            <source>As in the preset</source>
            <translation>Как в наборе</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>New keys for “{command}”: press them now. Esc leaves it.</source>
            <translation>Новые клавиши для «{command}»: нажмите их. Esc оставит как есть.</translation>
        </message>
        <message>
            <source>This key has no name: press another.</source>
            <translation>У этой клавиши нет имени: нажмите другую.</translation>
        </message>
        <message>
            <source>This letter is not on every keyboard: press a Latin one.</source>
            <translation>Эта буква есть не на каждой клавиатуре: нажмите латинскую.</translation>
        </message>
        <message>
            <source>Shift chooses more on the timeline: press another key.</source>
            <translation>На ленте Shift выбирает ещё: нажмите другую клавишу.</translation>
        </message>
        <message>
            <source>{key} is also: {commands}. Give it up there?</source>
            <translation>{key} — это и {commands}. Снять там?</translation>
        </message>
    </context>
    <context>
        <name>Kinds</name>
        <message>
            <source>Pictures with words, to print</source>
            <translation>Для печати, со словами</translation>
        </message>
        <message>
            <source>XLSX or CSV</source>
            <translation>XLSX или CSV</translation>
        </message>
        <message>
            <source>All shots small, PNG</source>
            <translation>Все шоты мелко, PNG</translation>
        </message>
        <message>
            <source>OTIO, FCPXML, XML, EDL</source>
            <translation>OTIO, FCPXML, XML, EDL</translation>
        </message>
        <message>
            <source>HTML; comments come back</source>
            <translation>HTML; комментарии вернутся</translation>
        </message>
        <message>
            <source>PDF storyboard</source>
            <translation>Раскадровка PDF</translation>
        </message>
        <message>
            <source>Shot list</source>
            <translation>Список шотов</translation>
        </message>
        <message>
            <source>Contact sheet</source>
            <translation>Контактный лист</translation>
        </message>
        <message>
            <source>For an editor</source>
            <translation>Для монтажа</translation>
        </message>
        <message>
            <source>Review page</source>
            <translation>Страница отзывов</translation>
        </message>
    </context>
    <context>
        <name>LaneLabel</name>
        <message>
            <source>Mute {lane} in this window</source>
            <translation>{lane}: выключить звук в этом окне</translation>
        </message>
        <message>
            <source>Hear {lane} again</source>
            <translation>{lane}: снова включить звук</translation>
        </message>
        <message>
            <source>Hide {lane} in the player</source>
            <translation>{lane}: скрыть в плеере</translation>
        </message>
        <message>
            <source>Show {lane} in the player</source>
            <translation>{lane}: показать в плеере</translation>
        </message>
    </context>
    <context>
        <name>LanePills</name>
        <message>
            <source>Voices {count}</source>
            <translation>Голоса {count}</translation>
        </message>
        <message>
            <source>Captions {count}</source>
            <translation>Титры {count}</translation>
        </message>
        <message>
            <source>Music {count}</source>
            <translation>Музыка {count}</translation>
        </message>
        <message>
            <source>Show the lane: {lane}</source>
            <translation>Показать дорожку: {lane}</translation>
        </message>
    </context>
    <context>
        <name>Lanes</name>
        <message>
            <source>Voices</source>
            <translation>Голоса</translation>
        </message>
        <message>
            <source>Captions</source>
            <translation>Титры</translation>
        </message>
        <message>
            <source>Music</source>
            <translation>Музыка</translation>
        </message>
        <message>
            <source>not shown, the window is too low</source>
            <translation>не показаны, окно слишком низкое</translation>
        </message>
        <message>
            <source>not shown while only some shots are</source>
            <translation>не показаны, пока видны не все шоты</translation>
        </message>
        <message>
            <source>at the playhead</source>
            <translation>у указателя</translation>
        </message>
        <message>
            <source>with scene {number}</source>
            <translation>со сценой {number}</translation>
        </message>
        <message>
            <source>with shot {number}</source>
            <translation>с шотом {number}</translation>
        </message>
        <message>
            <source>muted</source>
            <translation>без звука</translation>
        </message>
        <message>
            <source>its shot is not in the film</source>
            <translation>шота нет в фильме</translation>
        </message>
        <message>
            <source>the file is missing</source>
            <translation>файла нет</translation>
        </message>
        <message>
            <source>the file holds no sound</source>
            <translation>в файле нет звука</translation>
        </message>
        <message>
            <source>the file cannot be read as sound</source>
            <translation>файл не читается как звук</translation>
        </message>
        <message>
            <source>{seconds} s longer than its shot</source>
            <translation>длиннее шота на {seconds} с</translation>
        </message>
        <message>
            <source>{seconds} s longer than the film</source>
            <translation>длиннее фильма на {seconds} с</translation>
        </message>
        <message>
            <source>starts with scene {number}</source>
            <translation>начинается со сценой {number}</translation>
        </message>
        <message>
            <source>starts with shot {number}</source>
            <translation>начинается с шотом {number}</translation>
        </message>
        <message>
            <source>starts at {time}</source>
            <translation>начинается в {time}</translation>
        </message>
        <message>
            <source>{number} percent</source>
            <translation>громкость {number} %</translation>
        </message>
        <message>
            <source>{start} to {end}</source>
            <translation>от {start} до {end}</translation>
        </message>
        <message>
            <source>not read, as it begins behind its shot's end</source>
            <translation>не будет прочитан: начинается за концом шота</translation>
        </message>
    </context>
    <context>
        <name>LargePicture</name>
        <message>
            <source>A picture, large</source>
            <translation>Картинка крупно</translation>
        </message>
    </context>
    <context>
        <name>LastTime</name>
        <message>
            <source>Continue · {cost}</source>
            <translation>Продолжить · {cost}</translation>
        </message>
        <message numerus="yes">
            <source>%n in line from last time</source>
            <translation>
                <numerusform>%n в очереди с прошлого раза</numerusform>
                <numerusform>%n в очереди с прошлого раза</numerusform>
                <numerusform>%n в очереди с прошлого раза</numerusform>
            </translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Очистить</translation>
        </message>
    </context>
    <context>
        <name>Leaving</name>
        <message>
            <source>Another film cannot be opened meanwhile: it would be cancelled.</source>
            <translation>Другой фильм пока нельзя открыть: запись прервётся.</translation>
        </message>
        <message>
            <source>Cancel it and open</source>
            <translation>Прервать и открыть</translation>
        </message>
        <message>
            <source>Stay until it is written</source>
            <translation>Остаться, пока записывается</translation>
        </message>
        <message>
            <source>A film is being written.</source>
            <translation>Фильм записывается.</translation>
        </message>
        <message>
            <source>An animatic is being written.</source>
            <translation>Аниматик записывается.</translation>
        </message>
        <message>
            <source>A PDF storyboard is being written.</source>
            <translation>Раскадровка в PDF записывается.</translation>
        </message>
        <message>
            <source>A shot list is being written.</source>
            <translation>Список шотов записывается.</translation>
        </message>
        <message>
            <source>A contact sheet is being written.</source>
            <translation>Контактный лист записывается.</translation>
        </message>
        <message>
            <source>A review page is being written.</source>
            <translation>Страница отзывов записывается.</translation>
        </message>
        <message>
            <source>The files for an editor are being written.</source>
            <translation>Файлы для монтажа записываются.</translation>
        </message>
        <message>
            <source>Quitting now cancels that, and nothing of it is left.</source>
            <translation>Если выйти сейчас, запись отменится и от неё ничего не останется.</translation>
        </message>
        <message>
            <source>Quit once it is written</source>
            <translation>Выйти после записи</translation>
        </message>
        <message>
            <source>Quit now</source>
            <translation>Выйти сейчас</translation>
        </message>
        <message numerus="yes">
            <source>%n files are being written.</source>
            <translation>
                <numerusform>Записывается %n файл.</numerusform>
                <numerusform>Записываются %n файла.</numerusform>
                <numerusform>Записываются %n файлов.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeavingLine</name>
        <message>
            <source>now</source>
            <translation>сейчас</translation>
        </message>
        <message>
            <source>Quit now</source>
            <translation>Выйти сейчас</translation>
        </message>
        <message>
            <source>work on</source>
            <translation>работать дальше</translation>
        </message>
        <message>
            <source>Do not quit: work on</source>
            <translation>Не выходить: работать дальше</translation>
        </message>
        <message numerus="yes">
            <source>Quits when %n are here ·</source>
            <translation>
                <numerusform>Выход, когда придёт %n ·</numerusform>
                <numerusform>Выход, когда придут %n ·</numerusform>
                <numerusform>Выход, когда придут %n ·</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeftOver</name>
        <message>
            <source>Continue</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Очистить</translation>
        </message>
    </context>
    <context>
        <name>Line</name>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Смотреть</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Показать в папке</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>Ещё раз</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>waits for the one before</source>
            <translation>ждёт предыдущий</translation>
        </message>
        <message>
            <source>cancelled, nothing of it was left</source>
            <translation>отменено, ничего не осталось</translation>
        </message>
    </context>
    <context>
        <name>LoopButton</name>
        <message>
            <source>Loop off</source>
            <translation>Без повтора</translation>
        </message>
        <message>
            <source>Loop shot</source>
            <translation>Повтор шота</translation>
        </message>
        <message>
            <source>Loop scene</source>
            <translation>Повтор сцены</translation>
        </message>
        <message>
            <source>Loop film</source>
            <translation>Повтор фильма</translation>
        </message>
        <message>
            <source>Loop range</source>
            <translation>Повтор отрезка</translation>
        </message>
        <message>
            <source>{words}: press to change</source>
            <translation>{words}: нажмите, чтобы сменить</translation>
        </message>
    </context>
    <context>
        <name>Losses</name>
        <message>
            <source>Not all of the film comes along</source>
            <translation>Войдёт не весь фильм</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>ELEMENTS</source>
            <translation>ЭЛЕМЕНТЫ</translation>
        </message>
        <message>
            <source>QUEUE</source>
            <translation>ОЧЕРЕДЬ</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>Очередь</translation>
        </message>
        <message>
            <source>Player</source>
            <translation>Плеер</translation>
        </message>
        <message>
            <source>Inspector</source>
            <translation>Инспектор</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Лента</translation>
        </message>
        <message numerus="yes">
            <source>%n RUNNING</source>
            <translation>
                <numerusform>%n В РАБОТЕ</numerusform>
                <numerusform>%n В РАБОТЕ</numerusform>
                <numerusform>%n В РАБОТЕ</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n IN LINE</source>
            <translation>
                <numerusform>%n В ОЧЕРЕДИ</numerusform>
                <numerusform>%n В ОЧЕРЕДИ</numerusform>
                <numerusform>%n В ОЧЕРЕДИ</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} means nothing there. Clips and pictures go on a shot, pictures also on an element, a voice on its sample.</source>
            <translation>{name} сюда не подходит. Клипы и картинки кладут на шот, картинки — ещё и на элемент, голос — на его образец.</translation>
        </message>
    </context>
    <context>
        <name>Making</name>
        <message>
            <source>Nothing is missing in this scene.</source>
            <translation>В этой сцене всё уже создано.</translation>
        </message>
    </context>
    <context>
        <name>MentionBox</name>
        <message>
            <source>{name}: a double click, Ctrl and a click, or {key} shows the element.</source>
            <translation>{name}: двойной щелчок, Ctrl и щелчок или {key} покажет элемент.</translation>
        </message>
        <message>
            <source>No element is called {name}. A right click or {key} has fixes.</source>
            <translation>Элемента с именем {name} нет. Правый щелчок или {key} предложит, что сделать.</translation>
        </message>
    </context>
    <context>
        <name>MentionList</name>
        <message>
            <source>Elements to mention</source>
            <translation>Элементы для упоминания</translation>
        </message>
        <message>
            <source>New element “{name}”…</source>
            <translation>Новый элемент «{name}»…</translation>
        </message>
        <message>
            <source>{place} of {count}</source>
            <translation>{place} из {count}</translation>
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <source>Menu</source>
            <translation>Меню</translation>
        </message>
        <message>
            <source>Open &amp;recent</source>
            <translation>Открыть &amp;недавний</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>&amp;Язык</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмный</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлый</translation>
        </message>
        <message>
            <source>L&amp;ook</source>
            <translation>О&amp;блик</translation>
        </message>
        <message>
            <source>Size of &amp;text</source>
            <translation>Размер &amp;текста</translation>
        </message>
    </context>
    <context>
        <name>Missing</name>
        <message>
            <source>Show them</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Panel, else slate</source>
            <translation>Панель или заглушка</translation>
        </message>
        <message>
            <source>Leave them out</source>
            <translation>Пропустить</translation>
        </message>
        <message numerus="yes">
            <source>%n of {all} shots have no clip</source>
            <translation>
                <numerusform>У %n шота из {all} нет клипа</numerusform>
                <numerusform>У %n шотов из {all} нет клипа</numerusform>
                <numerusform>У %n шотов из {all} нет клипа</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The files of %n shots cannot be read</source>
            <translation>
                <numerusform>Файл %n шота не читается</numerusform>
                <numerusform>Файлы %n шотов не читаются</numerusform>
                <numerusform>Файлы %n шотов не читаются</numerusform>
            </translation>
        </message>
        <message>
            <source>Not heard, as it cannot be read: {names}</source>
            <translation>Не слышно, потому что не читается: {names}</translation>
        </message>
    </context>
    <context>
        <name>MoneyBox</name>
        <message>
            <source>Estimated</source>
            <translation>Оценка</translation>
        </message>
        <message>
            <source>Spent</source>
            <translation>Потрачено</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Осталось</translation>
        </message>
        <message>
            <source>Estimated {estimated}, spent {spent}, left {left} credits</source>
            <translation>Оценка {estimated}, потрачено {spent}, осталось {left} кредитов</translation>
        </message>
        <message>
            <source>{told}. In dollars: {estimated}, {spent}, {left}</source>
            <translation>{told}. В долларах: {estimated}, {spent}, {left}</translation>
        </message>
        <message>
            <source>{told} {limit}</source>
            <translation>{told} {limit}</translation>
        </message>
        <message>
            <source>Credits: for what is not sent yet, spent so far, left to spend</source>
            <translation>Кредиты: на то, что ещё не отправлено; потрачено; осталось</translation>
        </message>
    </context>
    <context>
        <name>Moves</name>
        <message>
            <source>None</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Closer</source>
            <translation>Ближе</translation>
        </message>
        <message>
            <source>Farther</source>
            <translation>Дальше</translation>
        </message>
        <message>
            <source>To the left</source>
            <translation>Влево</translation>
        </message>
        <message>
            <source>To the right</source>
            <translation>Вправо</translation>
        </message>
    </context>
    <context>
        <name>NeedsYou</name>
        <message>
            <source>It is yours: being collected, nothing charged again.</source>
            <translation>Это ваше: результат забирается, второй раз ничего не списано.</translation>
        </message>
        <message>
            <source>about {cost}</source>
            <translation>около {cost}</translation>
        </message>
        <message>
            <source>price not known</source>
            <translation>цена неизвестна</translation>
        </message>
        <message numerus="yes">
            <source>%n reference images of @{name}</source>
            <translation>
                <numerusform>%n образец для @{name}</numerusform>
                <numerusform>%n образца для @{name}</numerusform>
                <numerusform>%n образцов для @{name}</numerusform>
            </translation>
        </message>
        <message>
            <source>a shot that you deleted ({files})</source>
            <translation>шот, который вы удалили ({files})</translation>
        </message>
        <message>
            <source>the panel of shot {number}</source>
            <translation>панель шота {number}</translation>
        </message>
        <message>
            <source>shot {number}</source>
            <translation>шот {number}</translation>
        </message>
        <message>
            <source>KIE did not tell the balance just now, so it says nothing about this.</source>
            <translation>KIE сейчас не сказал баланс, поэтому по нему ничего не видно.</translation>
        </message>
        <message>
            <source>The account has {told}. What it had before is not known, so it says nothing about this.</source>
            <translation>На счету {told}, а сколько было раньше, неизвестно, поэтому по балансу ничего не видно.</translation>
        </message>
        <message>
            <source>The account has {told}. Without this it should have {expected}: KIE seems to have charged for it. This is a hint and no proof.</source>
            <translation>На счету {told}, а без этого должно быть {expected}: похоже, KIE списал кредиты. Это подсказка, а не доказательство.</translation>
        </message>
        <message>
            <source>The account has {told}, and without this it should have {expected}: KIE does not seem to have charged for it. This is a hint and no proof; it may still charge.</source>
            <translation>На счету {told}, и без этого должно быть {expected}: похоже, KIE ничего не списал. Это подсказка, а не доказательство; он ещё может списать.</translation>
        </message>
        <message>
            <source>The account has {told}. Without this it should have {expected}. The difference says nothing clear: others may use the account, or more than this one is open.</source>
            <translation>На счету {told}, а без этого должно быть {expected}: разница ни о чём ясно не говорит: счётом могут пользоваться и другие, или неясно не только это.</translation>
        </message>
        <message>
            <source>Sent at {time}.</source>
            <translation>Отправлено в {time}.</translation>
        </message>
        <message>
            <source>KIE keeps its log two months: the task may be gone from it.</source>
            <translation>KIE хранит журнал два месяца: этой задачи там может уже не быть.</translation>
        </message>
        <message numerus="yes">
            <source>KIE keeps results two weeks: this one may be gone, but its log has it for %n days.</source>
            <translation>
                <numerusform>KIE хранит результаты две недели: этого уже может не быть, но в журнале он ещё %n день.</numerusform>
                <numerusform>KIE хранит результаты две недели: этого уже может не быть, но в журнале он ещё %n дня.</numerusform>
                <numerusform>KIE хранит результаты две недели: этого уже может не быть, но в журнале он ещё %n дней.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>KIE keeps a result for %n more days at most.</source>
            <translation>
                <numerusform>KIE хранит результат ещё не больше %n дня.</numerusform>
                <numerusform>KIE хранит результат ещё не больше %n дней.</numerusform>
                <numerusform>KIE хранит результат ещё не больше %n дней.</numerusform>
            </translation>
        </message>
        <message>
            <source>A task that was left has turned up…</source>
            <translation>Нашлась оставленная задача…</translation>
        </message>
        <message>
            <source>Check now…</source>
            <translation>Проверить…</translation>
        </message>
        <message>
            <source>Leave it…</source>
            <translation>Оставить…</translation>
        </message>
        <message>
            <source>KIE says that it has finished {what} ({cost}), but gives no file. It counts as paid, and is not sent again by itself. The file often comes later: looking again costs nothing.</source>
            <translation>Мы попросили KIE сделать {what} ({cost}). KIE говорит, что всё готово, но файла не даёт. Запрос считается оплаченным и сам ещё раз не отправляется. Файл часто появляется позже: посмотреть ещё раз ничего не стоит.</translation>
        </message>
        <message>
            <source>Look again · free</source>
            <translation>Посмотреть ещё раз · бесплатно</translation>
        </message>
        <message>
            <source>It is mine: take it · free</source>
            <translation>Это моё: взять · бесплатно</translation>
        </message>
        <message>
            <source>It is not held any more.</source>
            <translation>Больше ничего не удерживается.</translation>
        </message>
        <message>
            <source>We asked KIE to generate {what} ({cost}), no clear answer came, and you left it. If its task turned up in KIE's list, paste its id below: its result is brought home, and it counts as spent once.</source>
            <translation>Мы попросили KIE создать {what} ({cost}), ясного ответа не было, и вы это оставили. Если задание нашлось в списке KIE, вставьте его номер ниже: результат будет получен и засчитан как потраченный один раз.</translation>
        </message>
        <message>
            <source>We asked KIE to generate {what} ({cost}), and no clear answer came. KIE may be making it, and may charge for it. To protect your money we have not asked again.</source>
            <translation>Мы попросили KIE создать {what} ({cost}), но ясного ответа не было. Возможно, KIE уже делает это и спишет кредиты. Чтобы уберечь ваши деньги, второй раз мы не просили.</translation>
        </message>
        <message>
            <source>We asked KIE to generate {what} ({cost}). What KIE tells of its task is about another request, so its result was not taken. It counts as paid, and is not sent again by itself. Looking again costs nothing.</source>
            <translation>Мы попросили KIE создать {what} ({cost}). То, что KIE сообщает об этом задании, относится к другому запросу, поэтому результат не взят. Оно считается оплаченным и само снова не отправляется. Проверить ещё раз ничего не стоит.</translation>
        </message>
        <message>
            <source>Generate it again · may cost {cost} more</source>
            <translation>Создать заново · может стоить ещё {cost}</translation>
        </message>
    </context>
    <context>
        <name>NewElementDialog</name>
        <message>
            <source>New element</source>
            <translation>Новый элемент</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Make element</source>
            <translation>Создать элемент</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Name, as mentioned with @</source>
            <translation>Имя, как его упоминают с @</translation>
        </message>
        <message>
            <source>This name is free.</source>
            <translation>Это имя свободно.</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Имя</translation>
        </message>
    </context>
    <context>
        <name>NewFilmPage</name>
        <message>
            <source>A folder of pictures, of clips, or of a film</source>
            <translation>Папка с картинками, с клипами или с фильмом</translation>
        </message>
        <message>
            <source>The script</source>
            <translation>Сценарий</translation>
        </message>
        <message>
            <source>A Storyboarder project</source>
            <translation>Проект Storyboarder</translation>
        </message>
        <message>
            <source>Where should the film's folder lie?</source>
            <translation>Где будет лежать папка фильма?</translation>
        </message>
        <message>
            <source>Opened as it is</source>
            <translation>Откроется как есть</translation>
        </message>
        <message>
            <source>Your film: {amount}</source>
            <translation>Ваш фильм: {amount}</translation>
        </message>
        <message>
            <source>New film</source>
            <translation>Новый фильм</translation>
        </message>
        <message>
            <source>What is your film called?</source>
            <translation>Как называется ваш фильм?</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Wide</source>
            <translation>Широкий</translation>
        </message>
        <message>
            <source>Tall</source>
            <translation>Высокий</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Квадрат</translation>
        </message>
        <message>
            <source>A script</source>
            <translation>Сценарий</translation>
        </message>
        <message>
            <source>Paste it or drop a file</source>
            <translation>Вставить текст или файл</translation>
        </message>
        <message>
            <source>A folder</source>
            <translation>Папка</translation>
        </message>
        <message>
            <source>Of pictures, clips or a film</source>
            <translation>Картинки, клипы, фильм</translation>
        </message>
        <message>
            <source>Storyboarder</source>
            <translation>Storyboarder</translation>
        </message>
        <message>
            <source>Its boards as panels</source>
            <translation>Его кадры как панели</translation>
        </message>
        <message>
            <source>Back to {title}</source>
            <translation>Назад к фильму «{title}»</translation>
        </message>
        <message>
            <source>Your open film stays as it is</source>
            <translation>Открытый фильм останется как есть</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>Назад (Esc)</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>С чистого листа</translation>
        </message>
        <message>
            <source>One empty shot</source>
            <translation>Один пустой шот</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Формат</translation>
        </message>
        <message>
            <source>Start from</source>
            <translation>С чего начать</translation>
        </message>
        <message>
            <source>It will lie in</source>
            <translation>Где он будет лежать</translation>
        </message>
        <message>
            <source>Costs nothing. Nothing is sent before you press Generate.</source>
            <translation>Это бесплатно. Пока вы не нажмёте «Создать», ничего не отправляется.</translation>
        </message>
        <message>
            <source>THE FILM</source>
            <translation>ФИЛЬМ</translation>
        </message>
        <message>
            <source>That folder belongs to the film that is open. Choose another one.</source>
            <translation>Эта папка принадлежит открытому фильму. Выберите другую.</translation>
        </message>
        <message>
            <source>Open the film</source>
            <translation>Открыть фильм</translation>
        </message>
        <message>
            <source>Paste the script first</source>
            <translation>Сначала вставьте сценарий</translation>
        </message>
        <message>
            <source>Choose what it begins with</source>
            <translation>Выберите, с чего начать</translation>
        </message>
        <message>
            <source>Make the film · {amount}</source>
            <translation>Создать фильм · {amount}</translation>
        </message>
        <message>
            <source>Give it a title</source>
            <translation>Дайте ему название</translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n сцена</numerusform>
                <numerusform>%n сцены</numerusform>
                <numerusform>%n сцен</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoteLine</name>
        <message>
            <source>“{note}”</source>
            <translation>«{note}»</translation>
        </message>
        <message>
            <source>Note on the take</source>
            <translation>Заметка к дублю</translation>
        </message>
        <message>
            <source>One line about it</source>
            <translation>Одна строка о нём</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Close this notice</source>
            <translation>Закрыть сообщение</translation>
        </message>
        <message>
            <source>Notice</source>
            <translation>Сообщение</translation>
        </message>
        <message numerus="yes">
            <source>%n more notices</source>
            <translation>
                <numerusform>ещё %n сообщение</numerusform>
                <numerusform>ещё %n сообщения</numerusform>
                <numerusform>ещё %n сообщений</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OnlyPill</name>
        <message>
            <source>Show all shots again</source>
            <translation>Снова показать все шоты</translation>
        </message>
        <message numerus="yes">
            <source>Shown: {words}, %n shots. Show all again.</source>
            <translation>
                <numerusform>Показано: {words}, %n шот. Показать все.</numerusform>
                <numerusform>Показано: {words}, %n шота. Показать все.</numerusform>
                <numerusform>Показано: {words}, %n шотов. Показать все.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpeningPage</name>
        <message>
            <source>Opening the film…</source>
            <translation>Фильм открывается…</translation>
        </message>
        <message>
            <source>Open another film…</source>
            <translation>Открыть другой фильм…</translation>
        </message>
    </context>
    <context>
        <name>OptionFields</name>
        <message>
            <source>Change an option</source>
            <translation>Изменить параметр</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>As the model likes</source>
            <translation>На усмотрение модели</translation>
        </message>
    </context>
    <context>
        <name>Options</name>
        <message>
            <source>What</source>
            <translation>Что</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Кадр</translation>
        </message>
        <message>
            <source>Captions</source>
            <translation>Титры</translation>
        </message>
        <message>
            <source>Loudness</source>
            <translation>Громкость</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>Как есть</translation>
        </message>
        <message>
            <source>Even</source>
            <translation>Ровная</translation>
        </message>
        <message>
            <source>Clips</source>
            <translation>Клипы</translation>
        </message>
        <message>
            <source>Music</source>
            <translation>Музыка</translation>
        </message>
        <message>
            <source>Voices</source>
            <translation>Голоса</translation>
        </message>
        <message>
            <source>Number and title in the picture</source>
            <translation>Номер и название в кадре</translation>
        </message>
        <message>
            <source>as loud as films on the web (−14 LUFS)</source>
            <translation>как у фильмов в сети (−14 LUFS)</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Numbers</source>
            <translation>Номера</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>In the picture</source>
            <translation>В кадре</translation>
        </message>
        <message>
            <source>As a track</source>
            <translation>Дорожкой</translation>
        </message>
        <message>
            <source>As .srt</source>
            <translation>Как .srt</translation>
        </message>
        <message>
            <source>enlarged: most clips are {width} × {height}</source>
            <translation>увеличено: клипы {width} × {height}</translation>
        </message>
        <message>
            <source>as most clips are</source>
            <translation>как у клипов</translation>
        </message>
    </context>
    <context>
        <name>Out</name>
        <message>
            <source>Show in folder</source>
            <translation>Показать в папке</translation>
        </message>
        <message>
            <source>Where should the film lie?</source>
            <translation>Где будет лежать фильм?</translation>
        </message>
        <message>
            <source>{name} is in {folder}</source>
            <translation>{name} лежит в папке {folder}</translation>
        </message>
        <message>
            <source>Film out: {done}</source>
            <translation>Вывод фильма: {done}</translation>
        </message>
    </context>
    <context>
        <name>OutPage</name>
        <message>
            <source>Film out</source>
            <translation>Вывод фильма</translation>
        </message>
        <message>
            <source>{title} - animatic</source>
            <translation>{title} - аниматик</translation>
        </message>
        <message>
            <source>The disk is too full: about {needed} are needed, {free} are free.</source>
            <translation>Мало места на диске: нужно около {needed}, свободно {free}.</translation>
        </message>
        <message>
            <source>MP4, as it stands, with sound</source>
            <translation>MP4, как есть, со звуком</translation>
        </message>
        <message>
            <source>MP4 with numbers and words</source>
            <translation>MP4 с номерами и словами</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>Animatic</source>
            <translation>Аниматик</translation>
        </message>
    </context>
    <context>
        <name>OutsideTold</name>
        <message>
            <source>{what}, and put together with your own changes</source>
            <translation>{what} и соединено с вашими правками</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>You and another program changed the same: {what}. Nothing is lost.</source>
            <translation>Вы и другая программа изменили одно и то же: {what}. Ничего не потеряно.</translation>
        </message>
        <message>
            <source>{old} is gone, and a new one with nearly the same words has come: {new}. Is it the same shot? Then it keeps its takes.</source>
            <translation>{old} исчез, и появился новый почти с теми же словами: {new}. Это тот же шот? Тогда дубли останутся при нём.</translation>
        </message>
        <message numerus="yes">
            <source>%n shots changed outside</source>
            <translation>
                <numerusform>Снаружи изменён %n шот</numerusform>
                <numerusform>Снаружи изменены %n шота</numerusform>
                <numerusform>Снаружи изменено %n шотов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes changed outside</source>
            <translation>
                <numerusform>Снаружи изменена %n сцена</numerusform>
                <numerusform>Снаружи изменены %n сцены</numerusform>
                <numerusform>Снаружи изменено %n сцен</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n elements changed outside</source>
            <translation>
                <numerusform>Снаружи изменён %n элемент</numerusform>
                <numerusform>Снаружи изменены %n элемента</numerusform>
                <numerusform>Снаружи изменено %n элементов</numerusform>
            </translation>
        </message>
        <message>
            <source>The film's settings changed outside</source>
            <translation>Снаружи изменены настройки фильма</translation>
        </message>
        <message>
            <source>Compare…</source>
            <translation>Сравнить…</translation>
        </message>
        <message>
            <source>Save mine over it</source>
            <translation>Сохранить моё поверх</translation>
        </message>
        <message>
            <source>Same shot</source>
            <translation>Тот же шот</translation>
        </message>
        <message>
            <source>Another shot</source>
            <translation>Другой шот</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <source>Overview of the film</source>
            <translation>Обзор фильма</translation>
        </message>
    </context>
    <context>
        <name>Page</name>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
    </context>
    <context>
        <name>PageHead</name>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>Generate missing</source>
            <translation>Создать недостающие</translation>
        </message>
        <message>
            <source>Upload</source>
            <translation>Загрузить</translation>
        </message>
        <message>
            <source>One more angle</source>
            <translation>Ещё один ракурс</translation>
        </message>
        <message>
            <source>Redraw all</source>
            <translation>Перерисовать все</translation>
        </message>
        <message>
            <source>More with these pictures</source>
            <translation>Ещё с этими картинками</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>scene</source>
            <translation>сцена</translation>
        </message>
        <message>
            <source>Scene {number}</source>
            <translation>Сцена {number}</translation>
        </message>
        <message>
            <source>this film is open to look at only</source>
            <translation>фильм открыт только для просмотра</translation>
        </message>
        <message>
            <source>choose a shot first</source>
            <translation>сначала выберите шот</translation>
        </message>
        <message>
            <source>choose a shot or a scene first</source>
            <translation>сначала выберите шот или сцену</translation>
        </message>
        <message>
            <source>choose something first</source>
            <translation>сначала выберите что-нибудь</translation>
        </message>
        <message>
            <source>nothing to do now</source>
            <translation>сейчас нечего делать</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Last used</source>
            <translation>Недавнее</translation>
        </message>
        <message>
            <source>Do</source>
            <translation>Сделать</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>Shots</source>
            <translation>Шоты</translation>
        </message>
        <message>
            <source>Nothing called “{words}”: search the words of shots?</source>
            <translation>«{words}» не нашлось: искать в словах шотов?</translation>
        </message>
    </context>
    <context>
        <name>PaletteCard</name>
        <message>
            <source>Palette</source>
            <translation>Палитра</translation>
        </message>
        <message>
            <source>What do you want to do, or where to go?</source>
            <translation>Что сделать или куда перейти?</translation>
        </message>
        <message>
            <source>Commands, shots, elements, settings</source>
            <translation>Команды, шоты, элементы, настройки</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>Что нашлось</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>выбрать</translation>
        </message>
        <message>
            <source>do it</source>
            <translation>сделать</translation>
        </message>
        <message>
            <source>commands only</source>
            <translation>только команды</translation>
        </message>
        <message>
            <source>elements</source>
            <translation>элементы</translation>
        </message>
        <message>
            <source>a shot</source>
            <translation>шот</translation>
        </message>
        <message>
            <source>{place} of {count}</source>
            <translation>{place} из {count}</translation>
        </message>
    </context>
    <context>
        <name>PanelActs</name>
        <message>
            <source>Panels · {cost}</source>
            <translation>Панели · {cost}</translation>
        </message>
    </context>
    <context>
        <name>PanelButton</name>
        <message>
            <source>With the missing pictures of its elements.</source>
            <translation>Вместе с недостающими картинками элементов.</translation>
        </message>
        <message>
            <source>New panel</source>
            <translation>Новая панель</translation>
        </message>
        <message>
            <source>Draw the panel</source>
            <translation>Нарисовать</translation>
        </message>
        <message>
            <source>{act} · {cost}</source>
            <translation>{act} · {cost}</translation>
        </message>
    </context>
    <context>
        <name>PanelFields</name>
        <message>
            <source>Make it from words again</source>
            <translation>Снова создавать из слов</translation>
        </message>
        <message>
            <source>What the panel shows</source>
            <translation>Что на панели</translation>
        </message>
        <message>
            <source>PANEL</source>
            <translation>ПАНЕЛЬ</translation>
        </message>
        <message>
            <source>What it shows</source>
            <translation>Что на ней</translation>
        </message>
        <message>
            <source>A picture of your own is the shot: nothing is made for it.</source>
            <translation>Шот — ваша картинка: для него ничего не создаётся.</translation>
        </message>
        <message>
            <source>A still picture, before the dear clip.</source>
            <translation>Неподвижная картинка, до дорогого клипа.</translation>
        </message>
        <message>
            <source>Panel {number}</source>
            <translation>Панель {number}</translation>
        </message>
        <message>
            <source>Not the start of the clip: choose Its panel under Starts from.</source>
            <translation>Не начало клипа: выберите «Своя панель» в поле «Начинается с».</translation>
        </message>
        <message>
            <source>Change the panel's model</source>
            <translation>Изменить модель панели</translation>
        </message>
    </context>
    <context>
        <name>Panels</name>
        <message>
            <source>Panel {number}</source>
            <translation>Панель {number}</translation>
        </message>
        <message>
            <source>liked</source>
            <translation>нравится</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Нет файла</translation>
        </message>
        <message>
            <source>In the trash</source>
            <translation>В корзине</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>Выбрана</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Отклонена</translation>
        </message>
        <message>
            <source>the first</source>
            <translation>первая</translation>
        </message>
    </context>
    <context>
        <name>PaperOptions</name>
        <message>
            <source>Shots a page</source>
            <translation>Шотов на странице</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>Бумага</translation>
        </message>
        <message>
            <source>Letter</source>
            <translation>Letter</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Файл</translation>
        </message>
        <message>
            <source>As in the shot list: {names}</source>
            <translation>Как в списке шотов: {names}</translation>
        </message>
        <message>
            <source>1 to {most}</source>
            <translation>от 1 до {most}</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Столбцы</translation>
        </message>
        <message>
            <source>Besides</source>
            <translation>А ещё</translation>
        </message>
        <message>
            <source>with pictures</source>
            <translation>с картинками</translation>
        </message>
    </context>
    <context>
        <name>Past</name>
        <message>
            <source>Deleted shots, scenes and elements</source>
            <translation>Удалённые шоты, сцены и элементы</translation>
        </message>
        <message>
            <source>The trash is empty</source>
            <translation>Корзина пуста</translation>
        </message>
        <message>
            <source>What you delete lies here, and its takes are never deleted.</source>
            <translation>Здесь лежит то, что вы удалили; дубли не удаляются никогда.</translation>
        </message>
        <message>
            <source>Deleted {when}</source>
            <translation>Удалено: {when}</translation>
        </message>
        <message>
            <source>Its takes were never deleted: they come back with it.</source>
            <translation>Дубли не удалялись: они вернутся вместе с ним.</translation>
        </message>
        <message>
            <source>Its reference images were never deleted.</source>
            <translation>Его образцы не удалялись.</translation>
        </message>
        <message>
            <source>The film has another @{name} now. Rename that one, then this one can come back.</source>
            <translation>Сейчас в фильме есть другой @{name}. Переименуйте его, и этот сможет вернуться.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Restored: {what}</source>
            <translation>Возвращено: {what}</translation>
        </message>
        <message>
            <source>Shot</source>
            <translation>Шот</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Сцена</translation>
        </message>
        <message>
            <source>without words</source>
            <translation>без слов</translation>
        </message>
        <message>
            <source>It goes back into scene {scene}, place {place}.</source>
            <translation>Вернётся в сцену {scene}, на место {place}.</translation>
        </message>
        <message>
            <source>Its scene is gone too: it goes into the last scene.</source>
            <translation>Его сцены тоже больше нет: он встанет в последнюю сцену.</translation>
        </message>
        <message>
            <source>Its scene is gone too: restore that first.</source>
            <translation>Его сцены тоже больше нет: сначала верните её.</translation>
        </message>
        <message>
            <source>It goes back to place {place}, with its shots.</source>
            <translation>Вернётся на место {place} со своими шотами.</translation>
        </message>
        <message>
            <source>Earlier versions of the film</source>
            <translation>Прежние версии фильма</translation>
        </message>
        <message>
            <source>No earlier versions yet</source>
            <translation>Прежних версий пока нет</translation>
        </message>
        <message>
            <source>Each time the film is saved, the version before is kept here.</source>
            <translation>При каждом сохранении фильма прежняя версия остаётся здесь.</translation>
        </message>
        <message>
            <source>Looking at what differs…</source>
            <translation>Смотрим, что отличается…</translation>
        </message>
        <message>
            <source>The same as the film now.</source>
            <translation>Такая же, как фильм сейчас.</translation>
        </message>
        <message>
            <source>Bringing it back is one step: Undo gives you the film of now again. Takes stay where they are.</source>
            <translation>Вернуть версию — один шаг: «Отменить» снова даст нынешний фильм. Дубли остаются на месте.</translation>
        </message>
        <message>
            <source>The film is as it was: {when}</source>
            <translation>Фильм снова такой, каким был: {when}</translation>
        </message>
        <message>
            <source>Bring this version back</source>
            <translation>Вернуть эту версию</translation>
        </message>
        <message>
            <source>today, {time}</source>
            <translation>сегодня, {time}</translation>
        </message>
        <message>
            <source>yesterday, {time}</source>
            <translation>вчера, {time}</translation>
        </message>
        <message>
            <source>{date}, {time}</source>
            <translation>{date}, {time}</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>только что</translation>
        </message>
        <message numerus="yes">
            <source>%n minutes ago</source>
            <translation>
                <numerusform>%n минуту назад</numerusform>
                <numerusform>%n минуты назад</numerusform>
                <numerusform>%n минут назад</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours ago</source>
            <translation>
                <numerusform>%n час назад</numerusform>
                <numerusform>%n часа назад</numerusform>
                <numerusform>%n часов назад</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days ago</source>
            <translation>
                <numerusform>%n день назад</numerusform>
                <numerusform>%n дня назад</numerusform>
                <numerusform>%n дней назад</numerusform>
            </translation>
        </message>
        <message>
            <source>The last hour</source>
            <translation>Последний час</translation>
        </message>
        <message>
            <source>The last 24 hours</source>
            <translation>Последние сутки</translation>
        </message>
        <message>
            <source>The last 7 days</source>
            <translation>Последние 7 дней</translation>
        </message>
        <message>
            <source>Older</source>
            <translation>Раньше</translation>
        </message>
        <message numerus="yes">
            <source>%n scenes change: {named}</source>
            <translation>
                <numerusform>Изменится %n сцена: {named}</numerusform>
                <numerusform>Изменятся %n сцены: {named}</numerusform>
                <numerusform>Изменятся %n сцен: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lines differ from the film now</source>
            <translation>
                <numerusform>От нынешнего фильма отличается %n строка</numerusform>
                <numerusform>От нынешнего фильма отличаются %n строки</numerusform>
                <numerusform>От нынешнего фильма отличаются %n строк</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots change: {named}</source>
            <translation>
                <numerusform>Изменится %n шот: {named}</numerusform>
                <numerusform>Изменятся %n шота: {named}</numerusform>
                <numerusform>Изменятся %n шотов: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots come back: {named}</source>
            <translation>
                <numerusform>Вернётся %n шот: {named}</numerusform>
                <numerusform>Вернутся %n шота: {named}</numerusform>
                <numerusform>Вернутся %n шотов: {named}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots go: {named}</source>
            <translation>
                <numerusform>Уйдёт %n шот: {named}</numerusform>
                <numerusform>Уйдут %n шота: {named}</numerusform>
                <numerusform>Уйдут %n шотов: {named}</numerusform>
            </translation>
        </message>
        <message>
            <source>The order of shots or scenes changes</source>
            <translation>Изменится порядок шотов или сцен</translation>
        </message>
        <message numerus="yes">
            <source>%n elements change: {named}</source>
            <translation>
                <numerusform>Изменится %n элемент: {named}</numerusform>
                <numerusform>Изменятся %n элемента: {named}</numerusform>
                <numerusform>Изменятся %n элементов: {named}</numerusform>
            </translation>
        </message>
        <message>
            <source>The film's settings change</source>
            <translation>Изменятся настройки фильма</translation>
        </message>
        <message>
            <source>Only comments, blanks or the order of lines change</source>
            <translation>Изменятся только комментарии, пробелы или порядок строк</translation>
        </message>
    </context>
    <context>
        <name>PastPage</name>
        <message>
            <source>Trash and earlier versions</source>
            <translation>Корзина и прежние версии</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Корзина</translation>
        </message>
        <message>
            <source>Earlier versions</source>
            <translation>Прежние версии</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>PictureTile</name>
        <message>
            <source>Fix it for me</source>
            <translation>Исправить за меня</translation>
        </message>
        <message>
            <source>Cannot be sent</source>
            <translation>Отправить нельзя</translation>
        </message>
        <message>
            <source>Picture {number}</source>
            <translation>Картинка {number}</translation>
        </message>
        <message>
            <source>frontal</source>
            <translation>главная</translation>
        </message>
        <message>
            <source>not sent: there are enough before it</source>
            <translation>не отправляется: перед ней их достаточно</translation>
        </message>
        <message>
            <source>new, not kept yet</source>
            <translation>новая, ещё не оставлена</translation>
        </message>
    </context>
    <context>
        <name>PictureTiles</name>
        <message>
            <source>Pictures</source>
            <translation>Картинки</translation>
        </message>
    </context>
    <context>
        <name>Pictures</name>
        <message>
            <source>Replaced; the old picture lies in the trash</source>
            <translation>Заменена; старая картинка в корзине</translation>
        </message>
        <message>
            <source>A picture of the element</source>
            <translation>Картинка элемента</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>Картинки ({endings})</translation>
        </message>
        <message>
            <source>; only the first {count} of an element are sent</source>
            <translation>; отправляются только первые {count} картинки элемента</translation>
        </message>
        <message numerus="yes">
            <source>%n pictures of @{name} came</source>
            <translation>
                <numerusform>Добавлена %n картинка @{name}</numerusform>
                <numerusform>Добавлены %n картинки @{name}</numerusform>
                <numerusform>Добавлено %n картинок @{name}</numerusform>
            </translation>
        </message>
        <message>
            <source>Cropped; the whole picture lies in the trash</source>
            <translation>Обрезана; целая картинка в корзине</translation>
        </message>
        <message>
            <source>The picture can be sent now</source>
            <translation>Теперь картинку можно отправить</translation>
        </message>
        <message>
            <source>The picture is mended</source>
            <translation>Картинка исправлена</translation>
        </message>
        <message>
            <source>The picture lies in the trash</source>
            <translation>Картинка в корзине</translation>
        </message>
        <message>
            <source>The picture is back</source>
            <translation>Картинка снова на месте</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Оставлено</translation>
        </message>
        <message>
            <source>Kept; the old pictures lie in the trash</source>
            <translation>Оставлено; старые картинки в корзине</translation>
        </message>
        <message>
            <source>The old pictures are back; the new ones lie in the trash</source>
            <translation>Старые картинки вернулись; новые в корзине</translation>
        </message>
        <message>
            <source>The new picture lies in the trash</source>
            <translation>Новая картинка в корзине</translation>
        </message>
        <message>
            <source>The voice sample is out of the film; its file stays</source>
            <translation>Образца голоса в фильме больше нет; файл остался</translation>
        </message>
        <message>
            <source>{kind} · no description yet</source>
            <translation>{kind} · описания ещё нет</translation>
        </message>
        <message numerus="yes">
            <source>Redraw all %n · {cost}</source>
            <translation>
                <numerusform>Перерисовать %n · {cost}</numerusform>
                <numerusform>Перерисовать все %n · {cost}</numerusform>
                <numerusform>Перерисовать все %n · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Redraw all %n</source>
            <translation>
                <numerusform>Перерисовать %n</numerusform>
                <numerusform>Перерисовать все %n</numerusform>
                <numerusform>Перерисовать все %n</numerusform>
            </translation>
        </message>
        <message>
            <source>On the way…</source>
            <translation>В пути…</translation>
        </message>
        <message>
            <source>One more angle</source>
            <translation>Ещё один ракурс</translation>
        </message>
        <message>
            <source>One more angle · {cost}</source>
            <translation>Ещё один ракурс · {cost}</translation>
        </message>
        <message>
            <source>Generate · {cost}</source>
            <translation>Создать · {cost}</translation>
        </message>
        <message numerus="yes">
            <source>{kind} · {done} of %n images</source>
            <translation>
                <numerusform>{kind} · {done} из %n картинки</numerusform>
                <numerusform>{kind} · {done} из %n картинок</numerusform>
                <numerusform>{kind} · {done} из %n картинок</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Generate %n missing · {cost}</source>
            <translation>
                <numerusform>Создать %n недостающую · {cost}</numerusform>
                <numerusform>Создать %n недостающие · {cost}</numerusform>
                <numerusform>Создать %n недостающих · {cost}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Place</name>
        <message>
            <source>Name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Изменить…</translation>
        </message>
        <message>
            <source>Change the folder it will lie in</source>
            <translation>Выбрать другую папку</translation>
        </message>
        <message>
            <source>Lies in</source>
            <translation>Папка</translation>
        </message>
        <message>
            <source>A file of this name is there already: this one gets “{mark}”.</source>
            <translation>Файл с таким именем уже есть: этот получит «{mark}».</translation>
        </message>
        <message>
            <source>A file of this name is being written: this one gets “{mark}”.</source>
            <translation>Файл с таким именем как раз записывается: этот получит «{mark}».</translation>
        </message>
    </context>
    <context>
        <name>PlaceBox</name>
        <message>
            <source>It will lie in</source>
            <translation>Где он будет лежать</translation>
        </message>
        <message>
            <source>A new folder: the film's file, its pictures and its clips</source>
            <translation>Новая папка: файл фильма, его картинки и клипы</translation>
        </message>
        <message>
            <source>Change…</source>
            <translation>Изменить…</translation>
        </message>
        <message>
            <source>Change the folder it will lie in</source>
            <translation>Выбрать другое место для папки фильма</translation>
        </message>
    </context>
    <context>
        <name>PlaceQuestion</name>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Spend {cost}?</source>
            <translation>Потратить {cost}?</translation>
        </message>
        <message>
            <source>Spend {cost} · {dollars}?</source>
            <translation>Потратить {cost} · {dollars}?</translation>
        </message>
        <message>
            <source>Yes, send</source>
            <translation>Да, отправить</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message numerus="yes">
            <source>This shot is accepted. Make %n more takes? {cost}</source>
            <translation>
                <numerusform>Этот шот принят. Сделать ещё %n дубль? {cost}</numerusform>
                <numerusform>Этот шот принят. Сделать ещё %n дубля? {cost}</numerusform>
                <numerusform>Этот шот принят. Сделать ещё %n дублей? {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Accepted. %n more takes? {cost}</source>
            <translation>
                <numerusform>Принят. Ещё %n дубль? {cost}</numerusform>
                <numerusform>Принят. Ещё %n дубля? {cost}</numerusform>
                <numerusform>Принят. Ещё %n дублей? {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>This shot is accepted. Make another take? {cost}</source>
            <translation>Этот шот принят. Сделать ещё дубль? {cost}</translation>
        </message>
        <message>
            <source>Accepted. Another take? {cost}</source>
            <translation>Принят. Ещё дубль? {cost}</translation>
        </message>
        <message>
            <source>{question} Enter sends it, Esc does not.</source>
            <translation>{question} Enter — отправить, Esc — нет.</translation>
        </message>
    </context>
    <context>
        <name>PlayButton</name>
        <message>
            <source>Pause</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Смотреть</translation>
        </message>
        <message>
            <source>{words} ({key}, or {film} for the film)</source>
            <translation>{words} ({key}, или {film} для всего фильма)</translation>
        </message>
    </context>
    <context>
        <name>PlayerPane</name>
        <message>
            <source>Player</source>
            <translation>Плеер</translation>
        </message>
        <message>
            <source>Choose take {number}</source>
            <translation>Выбрать дубль {number}</translation>
        </message>
        <message>
            <source>No sound: this computer has no sound card that plays.</source>
            <translation>Звука нет: на этом компьютере нет рабочей звуковой карты.</translation>
        </message>
        <message>
            <source>{clip} fps in a film of {film}</source>
            <translation>{clip} к/с в фильме на {film}</translation>
        </message>
        <message>
            <source>ends after {seconds}, then held</source>
            <translation>конец через {seconds}, дальше стоп-кадр</translation>
        </message>
        <message>
            <source>No shots yet</source>
            <translation>Шотов пока нет</translation>
        </message>
        <message>
            <source>The film cannot be read</source>
            <translation>Фильм не читается</translation>
        </message>
        <message>
            <source>Panel · {state}</source>
            <translation>Панель · {state}</translation>
        </message>
        <message>
            <source>This clip cannot be played</source>
            <translation>Этот клип не воспроизводится</translation>
        </message>
        <message>
            <source>Take {number}</source>
            <translation>Дубль {number}</translation>
        </message>
        <message>
            <source>Only a clip can be trimmed: make it first.</source>
            <translation>Подрезать можно только клип: сначала создайте его.</translation>
        </message>
        <message>
            <source>Trim shot {number}</source>
            <translation>Подрезать шот {number}</translation>
        </message>
    </context>
    <context>
        <name>Pointer</name>
        <message>
            <source>Generate the shots of this scene that are missing</source>
            <translation>Создать недостающие шоты этой сцены</translation>
        </message>
        <message>
            <source>The seam between these two shots</source>
            <translation>Стык этих двух шотов</translation>
        </message>
    </context>
    <context>
        <name>PreferencesPage</name>
        <message>
            <source>Preferences</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>As at the start</source>
            <translation>Как было вначале</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>Назад (Esc)</translation>
        </message>
        <message>
            <source>Forget the key…</source>
            <translation>Забыть ключ…</translation>
        </message>
        <message>
            <source>Go real…</source>
            <translation>Снимать по-настоящему…</translation>
        </message>
        <message>
            <source>Another key…</source>
            <translation>Другой ключ…</translation>
        </message>
        <message>
            <source>All but the key and the day's budget</source>
            <translation>Всё, кроме ключа и бюджета на день</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Счёт</translation>
        </message>
        <message>
            <source>Your KIE key is kept {place}.</source>
            <translation>Ваш ключ KIE хранится {place}.</translation>
        </message>
        <message>
            <source>No key is kept. Only practice works without one.</source>
            <translation>Ключа нет. Без него работает только тренировка.</translation>
        </message>
        <message>
            <source>Forget the key?</source>
            <translation>Забыть ключ?</translation>
        </message>
        <message>
            <source>It is taken off this computer. On kie.ai it stays valid until you delete it there.</source>
            <translation>Он удаляется с этого компьютера. На kie.ai он действует, пока вы не удалите его там.</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>Забыть</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Хранить</translation>
        </message>
        <message>
            <source>The key is forgotten.</source>
            <translation>Ключ забыт.</translation>
        </message>
    </context>
    <context>
        <name>Pressing</name>
        <message>
            <source>Shots</source>
            <translation>Шоты</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Дубли</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Картинки</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Цена</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Осталось</translation>
        </message>
        <message>
            <source>Left after it</source>
            <translation>Останется после</translation>
        </message>
        <message>
            <source>It costs {cost} now; {shown} was shown when you pressed. Nothing was sent.</source>
            <translation>Теперь это стоит {cost}; при нажатии было показано {shown}. Ничего не отправлено.</translation>
        </message>
        <message>
            <source>It costs {cost}; {left} are left {where}.</source>
            <translation>Это стоит {cost}; осталось {left} {where}.</translation>
        </message>
        <message>
            <source>{number} cannot be sent: {reason}</source>
            <translation>{number} нельзя отправить: {reason}</translation>
        </message>
        <message numerus="yes">
            <source>%n more shots cannot be sent</source>
            <translation>
                <numerusform>Ещё %n шот нельзя отправить</numerusform>
                <numerusform>Ещё %n шота нельзя отправить</numerusform>
                <numerusform>Ещё %n шотов нельзя отправить</numerusform>
            </translation>
        </message>
        <message>
            <source>Left out, because they need you first: {numbers}</source>
            <translation>Пропущены, потому что сначала нужны вы: {numbers}</translation>
        </message>
        <message>
            <source>Left out, because a take from exactly this request is there: {numbers}</source>
            <translation>Пропущены, потому что дубль по точно такому запросу уже есть: {numbers}</translation>
        </message>
        <message>
            <source>Left out, because their price is not known: {numbers}</source>
            <translation>Пропущены, потому что их цена неизвестна: {numbers}</translation>
        </message>
        <message>
            <source>Shot {number}</source>
            <translation>Шот {number}</translation>
        </message>
        <message>
            <source>Choose take {number}</source>
            <translation>Выбрать дубль {number}</translation>
        </message>
        <message>
            <source>Shot {number} has a take from exactly this request</source>
            <translation>У шота {number} есть дубль по точно такому запросу</translation>
        </message>
        <message>
            <source>Take {take} was made from the same words, pictures and settings. Another one may look different, and costs again.</source>
            <translation>Дубль {take} создан по тем же словам, картинкам и настройкам. Ещё один может выйти другим, и он снова стоит денег.</translation>
        </message>
        <message>
            <source>Use take {take}</source>
            <translation>Взять дубль {take}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>The price of shot {number} is not known</source>
            <translation>Цена шота {number} неизвестна</translation>
        </message>
        <message>
            <source>The price list has no price for its model in this quality. KIE will take what it takes, and no budget can hold it back. Another model or quality has a price.</source>
            <translation>В списке нет цены его модели в этом качестве. KIE спишет сколько спишет, и никакой бюджет этому не помешает. У другой модели или качества цена есть.</translation>
        </message>
        <message>
            <source>Send it without a price</source>
            <translation>Отправить без цены</translation>
        </message>
        <message>
            <source>{what} costs {cost} now</source>
            <translation>{what}: теперь это стоит {cost}</translation>
        </message>
        <message>
            <source>Its price was {shown} when you pressed, so nothing was sent.</source>
            <translation>Когда вы нажали, цена была {shown}, поэтому ничего не отправлено.</translation>
        </message>
        <message>
            <source>This shot is accepted. Make another take?</source>
            <translation>Этот шот принят. Сделать ещё дубль?</translation>
        </message>
        <message numerus="yes">
            <source>This shot is accepted. Make %n more takes?</source>
            <translation>
                <numerusform>Этот шот принят. Сделать ещё %n дубль?</numerusform>
                <numerusform>Этот шот принят. Сделать ещё %n дубля?</numerusform>
                <numerusform>Этот шот принят. Сделать ещё %n дублей?</numerusform>
            </translation>
        </message>
        <message>
            <source>It costs {cost}. The accepted one stays in the film.</source>
            <translation>Это стоит {cost}; принятый дубль останется в фильме.</translation>
        </message>
        <message>
            <source>The answer to the last request was lost. The service may already be making it, and may charge for it.</source>
            <translation>Ответ на последний запрос потерялся. Возможно, сервис уже создаёт его и спишет за это кредиты.</translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>in the film's budget</source>
            <translation>в бюджете фильма</translation>
        </message>
        <message>
            <source>in today's budget</source>
            <translation>в бюджете на сегодня</translation>
        </message>
        <message>
            <source>on the account</source>
            <translation>на счёте</translation>
        </message>
        <message>
            <source>The clip of shot {number} is gone</source>
            <translation>Клипа шота {number} больше нет</translation>
        </message>
        <message>
            <source>It was paid for, its file is not on the disk any more, and KIE keeps it no longer. If you have a copy, put it back: that costs nothing.</source>
            <translation>За него заплачено, но его файла на диске больше нет, и KIE его уже не хранит. Если у вас есть копия, верните её на место: это ничего не стоит.</translation>
        </message>
        <message>
            <source>Another film lay in this folder before</source>
            <translation>Раньше в этой папке лежал другой фильм</translation>
        </message>
        <message numerus="yes">
            <source>%n of its shots have the names of shots in this film. Their clips stay where they are. What was made from the very same words counts already; the rest counts only if you say so.</source>
            <translation>
                <numerusform>%n его шот называется так же, как шот этого фильма. Его клипы остаются на месте. Сделанное по точно таким же словам уже учтено; остальное учитывается, только если вы так скажете.</numerusform>
                <numerusform>%n его шота называются так же, как шоты этого фильма. Их клипы остаются на месте. Сделанное по точно таким же словам уже учтено; остальное учитывается, только если вы так скажете.</numerusform>
                <numerusform>%n его шотов называются так же, как шоты этого фильма. Их клипы остаются на месте. Сделанное по точно таким же словам уже учтено; остальное учитывается, только если вы так скажете.</numerusform>
            </translation>
        </message>
        <message>
            <source>Use those clips, too</source>
            <translation>Взять и эти клипы</translation>
        </message>
        <message>
            <source>Leave them aside</source>
            <translation>Не брать их</translation>
        </message>
        <message>
            <source>{cost} are {dollars}.</source>
            <translation>{cost} — это {dollars}.</translation>
        </message>
        <message>
            <source>generated on the way; they are in the price</source>
            <translation>создаются по пути; входят в цену</translation>
        </message>
        <message>
            <source>Generate scene {scene} first · {cost}</source>
            <translation>Сначала создать сцену {scene} · {cost}</translation>
        </message>
        <message>
            <source>to practise with</source>
            <translation>для тренировки</translation>
        </message>
        <message>
            <source>Generate another · {cost}</source>
            <translation>Создать ещё один · {cost}</translation>
        </message>
        <message>
            <source>Generate it · {cost}</source>
            <translation>Создать · {cost}</translation>
        </message>
        <message>
            <source>Generate {numbers} again?</source>
            <translation>Создать {numbers} заново?</translation>
        </message>
        <message>
            <source>Generate it again, may cost {cost} more</source>
            <translation>Создать заново, может стоить ещё {cost}</translation>
        </message>
        <message>
            <source>from your receipts; what has none, from the price list of {day}</source>
            <translation>по вашим чекам, а где их нет, по прайс-листу от {day}</translation>
        </message>
        <message>
            <source>from your receipts</source>
            <translation>по вашим чекам</translation>
        </message>
        <message>
            <source>from the price list of {day}</source>
            <translation>по прайс-листу от {day}</translation>
        </message>
        <message>
            <source>This shot needs you first: its last answer was lost.</source>
            <translation>Сначала этот шот ждёт вас: последний ответ потерялся.</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Play what will be written (Space)</source>
            <translation>Смотреть то, что будет записано (Space)</translation>
        </message>
        <message>
            <source>Preview of what will be written</source>
            <translation>Так это будет записано</translation>
        </message>
    </context>
    <context>
        <name>PriceBox</name>
        <message>
            <source>Draft quality first</source>
            <translation>Сначала эскиз</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>Сколько это стоит</translation>
        </message>
        <message>
            <source>Whole film</source>
            <translation>Весь фильм</translation>
        </message>
        <message>
            <source>First scene</source>
            <translation>Первая сцена</translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n картинка</numerusform>
                <numerusform>%n картинки</numerusform>
                <numerusform>%n картинок</numerusform>
            </translation>
        </message>
        <message>
            <source>The film is in draft quality: right for a first look at every shot.</source>
            <translation>Весь фильм — эскиз: в самый раз, чтобы впервые увидеть каждый шот.</translation>
        </message>
        <message>
            <source>Draft quality costs less. It is one step: Undo takes it back.</source>
            <translation>Эскиз дешевле. Это один шаг: «Отменить» вернёт как было.</translation>
        </message>
    </context>
    <context>
        <name>PromptEditor</name>
        <message>
            <source>Show @{name}</source>
            <translation>Показать @{name}</translation>
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>No</source>
            <translation>Нет</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>I have checked: spend again</source>
            <translation>Я проверил: можно тратить</translation>
        </message>
        <message>
            <source>Key…</source>
            <translation>Ключ…</translation>
        </message>
        <message>
            <source>Change the budget…</source>
            <translation>Изменить бюджет…</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>QueueActs</name>
        <message>
            <source>&amp;Go on sending</source>
            <translation>&amp;Отправлять дальше</translation>
        </message>
        <message>
            <source>Copy the task id</source>
            <translation>Скопировать номер задачи</translation>
        </message>
    </context>
    <context>
        <name>QueueHead</name>
        <message>
            <source>Cancel all</source>
            <translation>Отменить всё</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Продолжить</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Go on sending</source>
            <translation>Отправлять дальше</translation>
        </message>
        <message>
            <source>Pause: send nothing new</source>
            <translation>Пауза: новое не отправлять</translation>
        </message>
        <message numerus="yes">
            <source>%n in line were not sent: they cost nothing.</source>
            <translation>
                <numerusform>%n в очереди не отправлен: он ничего не стоит.</numerusform>
                <numerusform>%n в очереди не отправлены: они ничего не стоят.</numerusform>
                <numerusform>%n в очереди не отправлены: они ничего не стоят.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were sent: KIE may still finish and charge; results are collected.</source>
            <translation>
                <numerusform>%n отправлен: KIE может доделать и списать кредиты; результат будет забран.</numerusform>
                <numerusform>%n отправлены: KIE может доделать и списать кредиты; результаты будут забраны.</numerusform>
                <numerusform>%n отправлены: KIE может доделать и списать кредиты; результаты будут забраны.</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Продолжать</translation>
        </message>
        <message>
            <source>less than a minute</source>
            <translation>меньше минуты</translation>
        </message>
        <message numerus="yes">
            <source>about %n min left</source>
            <translation>
                <numerusform>ещё около %n мин</numerusform>
                <numerusform>ещё около %n мин</numerusform>
                <numerusform>ещё около %n мин</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueuePane</name>
        <message>
            <source>Queue</source>
            <translation>Очередь</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>Задания</translation>
        </message>
        <message>
            <source>Nothing is being made. Choose a shot and press Generate.</source>
            <translation>Сейчас ничего не делается. Выберите шот и нажмите «Создать».</translation>
        </message>
        <message numerus="yes">
            <source>and %n more in line</source>
            <translation>
                <numerusform>и ещё %n в очереди</numerusform>
                <numerusform>и ещё %n в очереди</numerusform>
                <numerusform>и ещё %n в очереди</numerusform>
            </translation>
        </message>
        <message>
            <source>{shot}: panel</source>
            <translation>{shot}: панель</translation>
        </message>
        <message>
            <source>{number} variant {place} of {count}: {title}</source>
            <translation>{number}, вариант {place} из {count}: {title}</translation>
        </message>
        <message>
            <source>Sent, and the answer was lost. It may be charged.</source>
            <translation>Отправлено, но ответ потерян. Кредиты могли быть списаны.</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>Проверить</translation>
        </message>
        <message>
            <source>Edit the words</source>
            <translation>Изменить слова</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Посмотреть ещё раз</translation>
        </message>
        <message>
            <source>@{name}: {file}</source>
            <translation>@{name}: {file}</translation>
        </message>
        <message>
            <source>Download again · free</source>
            <translation>Скачать снова · бесплатно</translation>
        </message>
        <message>
            <source>Generate again · {cost}</source>
            <translation>Создать заново · {cost}</translation>
        </message>
    </context>
    <context>
        <name>QuitPage</name>
        <message>
            <source>Do not ask again</source>
            <translation>Больше не спрашивать</translation>
        </message>
        <message>
            <source>Quit now</source>
            <translation>Выйти сейчас</translation>
        </message>
        <message numerus="yes">
            <source>%n shots are still being made</source>
            <translation>
                <numerusform>%n шот ещё делается</numerusform>
                <numerusform>%n шота ещё делаются</numerusform>
                <numerusform>%n шотов ещё делаются</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are still being made</source>
            <translation>
                <numerusform>%n ещё делается</numerusform>
                <numerusform>%n ещё делаются</numerusform>
                <numerusform>%n ещё делаются</numerusform>
            </translation>
        </message>
        <message>
            <source>It was sent. Topa Studio fetches it at the next start.</source>
            <translation>Задание отправлено. Topa Studio заберёт результат при следующем запуске.</translation>
        </message>
        <message>
            <source>They were sent. Topa Studio fetches them at the next start.</source>
            <translation>Они отправлены. Topa Studio заберёт их при следующем запуске.</translation>
        </message>
        <message>
            <source>It was sent and paid for. KIE goes on drawing without this window; Topa Studio fetches it at the next start.</source>
            <translation>Задание отправлено и оплачено. KIE рисует и без этого окна; Topa Studio заберёт результат при следующем запуске.</translation>
        </message>
        <message>
            <source>They were sent and paid for. KIE goes on drawing without this window; Topa Studio fetches them at the next start.</source>
            <translation>Они отправлены и оплачены. KIE рисует и без этого окна; Topa Studio заберёт их при следующем запуске.</translation>
        </message>
        <message numerus="yes">
            <source>%n more wait here and were not sent: they stay in line, paused, and cost nothing until you press Continue.</source>
            <translation>
                <numerusform>Ещё %n ждёт здесь и не отправлен: он останется в очереди на паузе и не стоит ничего, пока вы не нажмёте «Продолжить».</numerusform>
                <numerusform>Ещё %n ждут здесь и не отправлены: они останутся в очереди на паузе и не стоят ничего, пока вы не нажмёте «Продолжить».</numerusform>
                <numerusform>Ещё %n ждут здесь и не отправлены: они останутся в очереди на паузе и не стоят ничего, пока вы не нажмёте «Продолжить».</numerusform>
            </translation>
        </message>
        <message>
            <source>Stay until they are here</source>
            <translation>Остаться, пока они не придут</translation>
        </message>
        <message>
            <source>Stay until it is here</source>
            <translation>Дождаться</translation>
        </message>
        <message>
            <source>{stay} · ~{time}</source>
            <translation>{stay} · ~{time}</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} с</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} мин</translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
                <numerusform>и ещё %n</numerusform>
            </translation>
        </message>
        <message>
            <source>fetched at the next start</source>
            <translation>придёт при следующем запуске</translation>
        </message>
        <message>
            <source>In line at KIE</source>
            <translation>В очереди KIE</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Elements and queue, folded</source>
            <translation>Элементы и очередь, свёрнуты</translation>
        </message>
        <message>
            <source>Show elements and queue</source>
            <translation>Показать элементы и очередь</translation>
        </message>
        <message>
            <source>New element</source>
            <translation>Новый элемент</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message numerus="yes">
            <source>Queue: %n running</source>
            <translation>
                <numerusform>Очередь: %n создаётся</numerusform>
                <numerusform>Очередь: %n создаются</numerusform>
                <numerusform>Очередь: %n создаются</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in line</source>
            <translation>
                <numerusform>%n ждёт</numerusform>
                <numerusform>%n ждут</numerusform>
                <numerusform>%n ждут</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReadAs</name>
        <message>
            <source>Read as</source>
            <translation>Читать как</translation>
        </message>
        <message>
            <source>Letters</source>
            <translation>Кодировка</translation>
        </message>
        <message>
            <source>Which letters the file was written in was a guess. Choose another one where they are wrong.</source>
            <translation>Кодировка файла угадана. Если буквы неверные, выберите другую.</translation>
        </message>
        <message>
            <source>As it looks: {form}</source>
            <translation>По виду: {form}</translation>
        </message>
        <message>
            <source>As it looks</source>
            <translation>По виду</translation>
        </message>
        <message>
            <source>Plain text</source>
            <translation>Простой текст</translation>
        </message>
        <message>
            <source>Cyrillic</source>
            <translation>Кириллица</translation>
        </message>
        <message>
            <source>Western Europe</source>
            <translation>Западная Европа</translation>
        </message>
        <message>
            <source>Central Europe</source>
            <translation>Центральная Европа</translation>
        </message>
        <message>
            <source>Greek</source>
            <translation>Греческая</translation>
        </message>
        <message>
            <source>Turkish</source>
            <translation>Турецкая</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>Китайская</translation>
        </message>
        <message>
            <source>Japanese</source>
            <translation>Японская</translation>
        </message>
        <message>
            <source>Korean</source>
            <translation>Корейская</translation>
        </message>
        <message>
            <source>All languages</source>
            <translation>Все языки</translation>
        </message>
    </context>
    <context>
        <name>ReadingPage</name>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>ReelBar</name>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Again and again</source>
            <translation>По кругу</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Скорость</translation>
        </message>
        <message>
            <source>Sound off</source>
            <translation>Выключить звук</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Кадр назад</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>Кадр вперёд</translation>
        </message>
        <message>
            <source>Sound on</source>
            <translation>Включить звук</translation>
        </message>
        <message>
            <source>There is no sound on this computer</source>
            <translation>На этом компьютере нет звука</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Смотреть</translation>
        </message>
    </context>
    <context>
        <name>Refreshing</name>
        <message numerus="yes">
            <source>Refresh %n out of &amp;date · {cost}</source>
            <translation>
                <numerusform>О&amp;бновить %n устаревший · {cost}</numerusform>
                <numerusform>О&amp;бновить %n устаревших · {cost}</numerusform>
                <numerusform>О&amp;бновить %n устаревших · {cost}</numerusform>
            </translation>
        </message>
        <message>
            <source>Refresh · {cost}</source>
            <translation>Обновить · {cost}</translation>
        </message>
    </context>
    <context>
        <name>Renaming</name>
        <message>
            <source>Title of the shot</source>
            <translation>Название шота</translation>
        </message>
        <message>
            <source>Title of the scene</source>
            <translation>Название сцены</translation>
        </message>
        <message>
            <source>Title of the film</source>
            <translation>Название фильма</translation>
        </message>
        <message>
            <source>Name of the element</source>
            <translation>Имя элемента</translation>
        </message>
        <message>
            <source>Rename {old} to {new}</source>
            <translation>Переименовать {old} в {new}</translation>
        </message>
        <message>
            <source>Change title</source>
            <translation>Изменить название</translation>
        </message>
    </context>
    <context>
        <name>ReplacePage</name>
        <message>
            <source>Find and replace</source>
            <translation>Найти и заменить</translation>
        </message>
        <message>
            <source>Large and small letters differ</source>
            <translation>Различать заглавные и строчные</translation>
        </message>
        <message>
            <source>Whole words</source>
            <translation>Слова целиком</translation>
        </message>
        <message>
            <source>In accepted shots, too</source>
            <translation>И в принятых шотах</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Места</translation>
        </message>
        <message>
            <source>Replace this</source>
            <translation>Заменить это</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Найти</translation>
        </message>
        <message>
            <source>Replace with</source>
            <translation>Заменить на</translation>
        </message>
        <message>
            <source>Looks in titles, words, words of panels, notes, what is said and captions.</source>
            <translation>Ищет в названиях, словах, словах панелей, заметках, репликах и титрах.</translation>
        </message>
        <message numerus="yes">
            <source>%n are part of a name and stay.</source>
            <translation>
                <numerusform>%n — часть имени и останется.</numerusform>
                <numerusform>%n — часть имени и останутся.</numerusform>
                <numerusform>%n — часть имени и останутся.</numerusform>
            </translation>
        </message>
        <message>
            <source>part of a name with @: stays</source>
            <translation>часть имени с @: останется</translation>
        </message>
        <message>
            <source>name of an element: stays</source>
            <translation>имя элемента: останется</translation>
        </message>
        <message numerus="yes">
            <source>Replace all %n</source>
            <translation>
                <numerusform>Заменить %n</numerusform>
                <numerusform>Заменить все %n</numerusform>
                <numerusform>Заменить все %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing says that.</source>
            <translation>Такого нигде нет.</translation>
        </message>
        <message numerus="yes">
            <source>%n places</source>
            <translation>
                <numerusform>%n место</numerusform>
                <numerusform>%n места</numerusform>
                <numerusform>%n мест</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are accepted: their words change, their takes stay.</source>
            <translation>
                <numerusform>%n из них принят: слова изменятся, дубли останутся.</numerusform>
                <numerusform>%n из них приняты: слова изменятся, дубли останутся.</numerusform>
                <numerusform>%n из них принято: слова изменятся, дубли останутся.</numerusform>
            </translation>
        </message>
        <message>
            <source>Replacing all makes no made shot out of date.</source>
            <translation>От замены всех ни один готовый шот не устареет.</translation>
        </message>
        <message numerus="yes">
            <source>Replacing all makes %n made shots out of date; to refresh them: {price}.</source>
            <translation>
                <numerusform>От замены всех устареет %n готовый шот; обновить — {price}</numerusform>
                <numerusform>От замены всех устареют %n готовых шота; обновить — {price}</numerusform>
                <numerusform>От замены всех устареет %n готовых шотов; обновить — {price}</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace “{words}”</source>
            <translation>Заменить «{words}»</translation>
        </message>
        <message numerus="yes">
            <source>in %n shots and scenes</source>
            <translation>
                <numerusform>в %n шоте или сцене</numerusform>
                <numerusform>в %n шотах и сценах</numerusform>
                <numerusform>в %n шотах и сценах</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Replacing</name>
        <message>
            <source>Find</source>
            <translation>Найти</translation>
        </message>
        <message>
            <source>Replace with</source>
            <translation>Заменить на</translation>
        </message>
        <message>
            <source>In {shots} of the shots</source>
            <translation>Шотов с этими словами: {shots}</translation>
        </message>
        <message>
            <source>Found nowhere; a part of an @name is never replaced</source>
            <translation>Нигде не нашлось; часть @имени никогда не заменяется</translation>
        </message>
        <message numerus="yes">
            <source>Replace %n</source>
            <translation>
                <numerusform>Заменить %n</numerusform>
                <numerusform>Заменить %n</numerusform>
                <numerusform>Заменить %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>Заменить</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>Done</source>
            <translation>Сделано</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Ответить</translation>
        </message>
        <message>
            <source>at {seconds} s</source>
            <translation>на {seconds} с</translation>
        </message>
        <message>
            <source>Copy the words</source>
            <translation>Копировать слова</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>Снова открыть</translation>
        </message>
    </context>
    <context>
        <name>RunTold</name>
        <message>
            <source>Shot {number}</source>
            <translation>Шот {number}</translation>
        </message>
        <message>
            <source>The panel of shot {number}</source>
            <translation>Панель шота {number}</translation>
        </message>
        <message>
            <source>{what} is ready</source>
            <translation>{what}: готово</translation>
        </message>
        <message>
            <source>{what} failed: {why}</source>
            <translation>{what}: не вышло: {why}</translation>
        </message>
        <message>
            <source>{what} needs you</source>
            <translation>{what}: ждёт вас</translation>
        </message>
        <message>
            <source>Nothing is being made any more: {counts}</source>
            <translation>Больше ничего не делается: {counts}</translation>
        </message>
        <message numerus="yes">
            <source>%n are ready</source>
            <translation>
                <numerusform>%n готов</numerusform>
                <numerusform>%n готовы</numerusform>
                <numerusform>%n готовы</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ready</source>
            <translation>
                <numerusform>%n готов</numerusform>
                <numerusform>%n готовы</numerusform>
                <numerusform>%n готовы</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n не вышел</numerusform>
                <numerusform>%n не вышли</numerusform>
                <numerusform>%n не вышли</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you</source>
            <translation>
                <numerusform>%n ждёт вас</numerusform>
                <numerusform>%n ждут вас</numerusform>
                <numerusform>%n ждут вас</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SaidBox</name>
        <message>
            <source>What is said</source>
            <translation>Что сказано</translation>
        </message>
    </context>
    <context>
        <name>SaidRow</name>
        <message>
            <source>How it is said</source>
            <translation>Как это сказано</translation>
        </message>
        <message>
            <source>How</source>
            <translation>Как</translation>
        </message>
        <message>
            <source>Who says line {number}</source>
            <translation>Кто говорит реплику {number}</translation>
        </message>
        <message>
            <source>How line {number} is said</source>
            <translation>Как сказана реплика {number}</translation>
        </message>
        <message>
            <source>Words of line {number}</source>
            <translation>Слова реплики {number}</translation>
        </message>
        <message>
            <source>Delete line {number}</source>
            <translation>Удалить реплику {number}</translation>
        </message>
    </context>
    <context>
        <name>SaveButton</name>
        <message>
            <source>Update the export for an editor</source>
            <translation>Обновить вывод для монтажа</translation>
        </message>
        <message>
            <source>Save the film</source>
            <translation>Сохранить фильм</translation>
        </message>
        <message>
            <source>Save the animatic</source>
            <translation>Сохранить аниматик</translation>
        </message>
        <message>
            <source>Save the PDF</source>
            <translation>Сохранить PDF</translation>
        </message>
        <message>
            <source>Save the shot list</source>
            <translation>Сохранить список шотов</translation>
        </message>
        <message>
            <source>Save the contact sheet</source>
            <translation>Сохранить контактный лист</translation>
        </message>
        <message>
            <source>Save the review page</source>
            <translation>Сохранить страницу отзывов</translation>
        </message>
        <message>
            <source>Save for an editor</source>
            <translation>Сохранить для монтажа</translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pages</source>
            <translation>
                <numerusform>%n страница</numerusform>
                <numerusform>%n страницы</numerusform>
                <numerusform>%n страниц</numerusform>
            </translation>
        </message>
        <message>
            <source>about {size}</source>
            <translation>около {size}</translation>
        </message>
    </context>
    <context>
        <name>SceneActs</name>
        <message>
            <source>New scene</source>
            <translation>Новая сцена</translation>
        </message>
        <message>
            <source>Duplicate {scene}</source>
            <translation>Дублировать: {scene}</translation>
        </message>
        <message>
            <source>Delete {scene}</source>
            <translation>Удалить: {scene}</translation>
        </message>
        <message>
            <source>Deleted {scene}</source>
            <translation>Удалено: {scene}</translation>
        </message>
        <message>
            <source>Deleted {scene} with {shots}</source>
            <translation>Удалено: {scene}, {shots}</translation>
        </message>
        <message>
            <source>Move {scene}</source>
            <translation>Сдвинуть: {scene}</translation>
        </message>
        <message>
            <source>scene {number}</source>
            <translation>сцена {number}</translation>
        </message>
    </context>
    <context>
        <name>SceneForm</name>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Untitled scene</source>
            <translation>Сцена без названия</translation>
        </message>
        <message>
            <source>Background</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Where does it happen?</source>
            <translation>Где это происходит?</translation>
        </message>
        <message>
            <source>Lighting</source>
            <translation>Свет</translation>
        </message>
        <message>
            <source>What light is there?</source>
            <translation>Какой там свет?</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Заметки</translation>
        </message>
        <message>
            <source>For you alone; never sent.</source>
            <translation>Только для вас; никуда не отправляются.</translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>Change scene</source>
            <translation>Изменить сцену</translation>
        </message>
    </context>
    <context>
        <name>ScriptActs</name>
        <message>
            <source>The script of this film</source>
            <translation>Сценарий этого фильма</translation>
        </message>
        <message>
            <source>The film says what the script says.</source>
            <translation>В фильме всё так, как в сценарии.</translation>
        </message>
        <message>
            <source>Script {name}</source>
            <translation>Сценарий {name}</translation>
        </message>
        <message>
            <source>The script is brought in</source>
            <translation>Сценарий внесён в фильм</translation>
        </message>
    </context>
    <context>
        <name>ScriptAgain</name>
        <message>
            <source>The script again</source>
            <translation>Сценарий заново</translation>
        </message>
        <message>
            <source>Bring it into the film</source>
            <translation>Внести в фильм</translation>
        </message>
        <message>
            <source>Leave the film as it is</source>
            <translation>Оставить фильм как есть</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>Назад (Esc)</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>Что изменится</translation>
        </message>
        <message>
            <source>Takes stay with their shots, and Undo takes all of it back.</source>
            <translation>Дубли останутся у своих шотов, а «Отменить» вернёт всё как было.</translation>
        </message>
        <message>
            <source>Only the places of shots in the script change.</source>
            <translation>Изменятся только места шотов в сценарии.</translation>
        </message>
        <message>
            <source>All of it was changed by hand: nothing else comes.</source>
            <translation>Всё это изменено руками: больше ничего не придёт.</translation>
        </message>
        <message>
            <source>And {count} more.</source>
            <translation>И ещё {count}.</translation>
        </message>
        <message>
            <source>In the film: {words}</source>
            <translation>В фильме: {words}</translation>
        </message>
        <message>
            <source>In the script: {words}</source>
            <translation>В сценарии: {words}</translation>
        </message>
        <message>
            <source>The film</source>
            <translation>Фильм</translation>
        </message>
        <message>
            <source>Scene {number}</source>
            <translation>Сцена {number}</translation>
        </message>
        <message>
            <source>Shot {number}</source>
            <translation>Шот {number}</translation>
        </message>
        <message>
            <source>Element</source>
            <translation>Элемент</translation>
        </message>
        <message>
            <source>comes</source>
            <translation>добавится</translation>
        </message>
        <message>
            <source>changes</source>
            <translation>изменится</translation>
        </message>
        <message>
            <source>is deleted; its takes are kept</source>
            <translation>удалится; дубли останутся</translation>
        </message>
        <message>
            <source>moves</source>
            <translation>встанет на другое место</translation>
        </message>
        <message>
            <source>was changed by hand, and stays as it is</source>
            <translation>изменено руками и останется как есть</translation>
        </message>
    </context>
    <context>
        <name>ScriptEdit</name>
        <message>
            <source>The script</source>
            <translation>Сценарий</translation>
        </message>
        <message>
            <source>Paste your script here</source>
            <translation>Вставьте сюда свой сценарий</translation>
        </message>
    </context>
    <context>
        <name>ScriptSide</name>
        <message>
            <source>Open…</source>
            <translation>Открыть…</translation>
        </message>
        <message>
            <source>Open a script</source>
            <translation>Открыть сценарий</translation>
        </message>
        <message>
            <source>Fountain, .fdx, Markdown or plain text</source>
            <translation>Fountain, .fdx, Markdown, текст</translation>
        </message>
        <message>
            <source>THE SCRIPT</source>
            <translation>СЦЕНАРИЙ</translation>
        </message>
    </context>
    <context>
        <name>Seam</name>
        <message>
            <source>A seam needs two shots.</source>
            <translation>Для стыка нужны два шота.</translation>
        </message>
        <message>
            <source>This is the first shot: there is no seam before it.</source>
            <translation>Это первый шот: стыка до него нет.</translation>
        </message>
        <message>
            <source>This is the last shot: there is no seam behind it.</source>
            <translation>Это последний шот: стыка после него нет.</translation>
        </message>
        <message>
            <source>{number} has no clip yet, so there is no frame to start from.</source>
            <translation>У {number} ещё нет клипа, поэтому нет и кадра, с которого начать.</translation>
        </message>
        <message>
            <source>{number} is a picture of your own: it is not made.</source>
            <translation>{number} — ваша картинка: её не создают.</translation>
        </message>
        <message>
            <source>{number} starts from this frame already.</source>
            <translation>{number} уже начинается с этого кадра.</translation>
        </message>
        <message>
            <source>Free. {number} becomes out of date; making it anew costs {cost}, and you are asked first.</source>
            <translation>Бесплатно. {number} устареет; создать его заново стоит {cost}, и сначала вас спросят.</translation>
        </message>
        <message>
            <source>Free. {number} is not made yet; making it costs {cost}.</source>
            <translation>Бесплатно. {number} ещё не создан; создать его стоит {cost}.</translation>
        </message>
        <message>
            <source>Keep as panel</source>
            <translation>Сделать панелью</translation>
        </message>
        <message>
            <source>Save picture</source>
            <translation>Сохранить кадр</translation>
        </message>
        <message>
            <source>Start {number} from this frame</source>
            <translation>Начать {number} с этого кадра</translation>
        </message>
        <message>
            <source>Keep this frame as the panel of {number}: free</source>
            <translation>Сделать этот кадр панелью {number}: бесплатно</translation>
        </message>
        <message>
            <source>Start {number} from a frame of {before}</source>
            <translation>Начать {number} с кадра из {before}</translation>
        </message>
        <message>
            <source>{number} starts from a frame of {before}</source>
            <translation>{number} начинается с кадра из {before}</translation>
        </message>
        <message>
            <source>The frame could not be kept: no clip there</source>
            <translation>Кадр не сохранён: клипа там нет</translation>
        </message>
        <message>
            <source>The frame could not be kept: {reason}</source>
            <translation>Кадр не сохранён: {reason}</translation>
        </message>
        <message>
            <source>The frame is the panel of {number} now</source>
            <translation>Теперь этот кадр — панель {number}</translation>
        </message>
        <message>
            <source>Start {number} from its panel</source>
            <translation>Начать {number} со своей панели</translation>
        </message>
        <message>
            <source>{number} starts from its panel</source>
            <translation>{number} начинается со своей панели</translation>
        </message>
        <message>
            <source>The picture could not be saved: no clip there</source>
            <translation>Кадр не сохранён: клипа там нет</translation>
        </message>
        <message>
            <source>The picture could not be saved: {reason}</source>
            <translation>Кадр не сохранён: {reason}</translation>
        </message>
        <message>
            <source>Saved as {file}</source>
            <translation>Сохранено как {file}</translation>
        </message>
        <message>
            <source>THIS SEAM</source>
            <translation>ЭТОТ СТЫК</translation>
        </message>
        <message>
            <source>SEAMS</source>
            <translation>СТЫКИ</translation>
        </message>
        <message>
            <source>This seam, and all seams</source>
            <translation>Этот стык и все стыки</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Место</translation>
        </message>
        <message>
            <source>Brightness</source>
            <translation>Яркость</translation>
        </message>
        <message>
            <source>Loudness</source>
            <translation>Громкость</translation>
        </message>
        <message>
            <source>{number} starts from: {start}</source>
            <translation>Первый кадр {number}: {start}</translation>
        </message>
        <message>
            <source>end of {number}</source>
            <translation>конец {number}</translation>
        </message>
        <message>
            <source>a frame of {number}</source>
            <translation>кадр из {number}</translation>
        </message>
        <message>
            <source>its panel</source>
            <translation>своя панель</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>без картинки</translation>
        </message>
        <message>
            <source>what is usual</source>
            <translation>как обычно</translation>
        </message>
        <message>
            <source>not named</source>
            <translation>не указано</translation>
        </message>
        <message>
            <source>COPIES IN A ROW</source>
            <translation>КОПИИ ПОДРЯД</translation>
        </message>
        <message>
            <source>A frame taken over is a copy of a copy. Each one softens the picture a little.</source>
            <translation>Взятый кадр — копия копии. Каждая чуть смягчает картинку.</translation>
        </message>
        <message>
            <source>Own panel</source>
            <translation>Своя панель</translation>
        </message>
        <message>
            <source>end →</source>
            <translation>конец →</translation>
        </message>
        <message>
            <source>frame →</source>
            <translation>кадр →</translation>
        </message>
        <message>
            <source>{number} from the end of {before}</source>
            <translation>{number} с конца {before}</translation>
        </message>
        <message>
            <source>{number} its own picture</source>
            <translation>{number} своя картинка</translation>
        </message>
        <message>
            <source>Seam</source>
            <translation>Стык</translation>
        </message>
        <message>
            <source>The seam before</source>
            <translation>Предыдущий стык</translation>
        </message>
        <message>
            <source>The next seam</source>
            <translation>Следующий стык</translation>
        </message>
        <message>
            <source>How both are shown</source>
            <translation>Как показать оба</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>Рядом</translation>
        </message>
        <message>
            <source>Over each other</source>
            <translation>Поверх</translation>
        </message>
        <message>
            <source>Flip</source>
            <translation>По очереди</translation>
        </message>
        <message>
            <source>Last frame</source>
            <translation>Последний кадр</translation>
        </message>
        <message>
            <source>Frame</source>
            <translation>Кадр</translation>
        </message>
        <message>
            <source>First frame</source>
            <translation>Первый кадр</translation>
        </message>
        <message>
            <source>only its panel yet</source>
            <translation>пока только панель</translation>
        </message>
        <message>
            <source>a picture of your own</source>
            <translation>своя картинка</translation>
        </message>
        <message>
            <source>How much is played on each side of the cut</source>
            <translation>Сколько проигрывать с каждой стороны склейки</translation>
        </message>
        <message>
            <source>{words} s</source>
            <translation>{words} с</translation>
        </message>
        <message>
            <source>loop {seconds} s</source>
            <translation>повтор {seconds} с</translation>
        </message>
        <message>
            <source>{place} of ±{reach}</source>
            <translation>{place} из ±{reach}</translation>
        </message>
        <message>
            <source>sharp</source>
            <translation>чётко</translation>
        </message>
        <message numerus="yes">
            <source>%n copies</source>
            <translation>
                <numerusform>%n копия</numerusform>
                <numerusform>%n копии</numerusform>
                <numerusform>%n копий</numerusform>
            </translation>
        </message>
        <message>
            <source>{copies} · soft</source>
            <translation>{copies} · мягко</translation>
        </message>
        <message>
            <source>{copies} · a bit soft</source>
            <translation>{copies} · чуть мягко</translation>
        </message>
        <message>
            <source>{copies}: start again from a panel</source>
            <translation>{copies}: начните снова с панели</translation>
        </message>
        <message>
            <source>continues · {copies}</source>
            <translation>продолжает · {copies}</translation>
        </message>
        <message>
            <source>new scene</source>
            <translation>новая сцена</translation>
        </message>
        <message>
            <source>own panel</source>
            <translation>своя панель</translation>
        </message>
        <message>
            <source>{number} from a frame of {before}</source>
            <translation>{number} с кадра из {before}</translation>
        </message>
        <message>
            <source>The first copy</source>
            <translation>Первая копия</translation>
        </message>
        <message>
            <source>It stays sharp.</source>
            <translation>Она остаётся чёткой.</translation>
        </message>
        <message>
            <source>A second copy in a row</source>
            <translation>Вторая копия подряд</translation>
        </message>
        <message>
            <source>Most films stay sharp with one or two. From the third on, start again from a panel.</source>
            <translation>С одной-двумя большинство фильмов остаются чёткими. С третьей начните снова с панели.</translation>
        </message>
        <message numerus="yes">
            <source>%n copies in a row</source>
            <translation>
                <numerusform>%n копия подряд</numerusform>
                <numerusform>%n копии подряд</numerusform>
                <numerusform>%n копий подряд</numerusform>
            </translation>
        </message>
        <message>
            <source>The picture gets soft: start again from a panel.</source>
            <translation>Картинка смягчается: начните снова с панели.</translation>
        </message>
        <message>
            <source>Seam {before} to {after}, {state}</source>
            <translation>Стык {before} и {after}, {state}</translation>
        </message>
        <message>
            <source>the same</source>
            <translation>одинаково</translation>
        </message>
        <message>
            <source>{percent} % brighter</source>
            <translation>ярче на {percent} %</translation>
        </message>
        <message>
            <source>{percent} % darker</source>
            <translation>темнее на {percent} %</translation>
        </message>
        <message>
            <source>both silent</source>
            <translation>оба без звука</translation>
        </message>
        <message>
            <source>{side} is silent</source>
            <translation>{side} без звука</translation>
        </message>
        <message>
            <source>{decibels} dB louder</source>
            <translation>громче на {decibels} дБ</translation>
        </message>
        <message>
            <source>{decibels} dB quieter</source>
            <translation>тише на {decibels} дБ</translation>
        </message>
    </context>
    <context>
        <name>SeamList</name>
        <message>
            <source>Seams of the film</source>
            <translation>Стыки фильма</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Search words, @elements</source>
            <translation>Искать слова, @элементы</translation>
        </message>
        <message>
            <source>Search the film</source>
            <translation>Искать в фильме</translation>
        </message>
        <message>
            <source>Empty the search</source>
            <translation>Очистить поиск</translation>
        </message>
        <message>
            <source>{found} of {total}</source>
            <translation>{found} из {total}</translation>
        </message>
    </context>
    <context>
        <name>SecondsBox</name>
        <message>
            <source> s ({low}–{high})</source>
            <translation> с ({low}–{high})</translation>
        </message>
        <message>
            <source>{low} to {high} seconds</source>
            <translation>От {low} до {high} секунд</translation>
        </message>
        <message>
            <source> s</source>
            <translation> с</translation>
        </message>
    </context>
    <context>
        <name>SeekBar</name>
        <message>
            <source>Place in the film</source>
            <translation>Место в фильме</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>Деньги</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>Работа</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Ask before a single shot</source>
            <translation>Спрашивать перед одним шотом</translation>
        </message>
        <message>
            <source>Always</source>
            <translation>Всегда</translation>
        </message>
        <message>
            <source>Over 200 cr</source>
            <translation>Дороже 200 кр.</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Никогда</translation>
        </message>
        <message>
            <source>Several at once are always asked about.</source>
            <translation>О нескольких сразу спрашивается всегда.</translation>
        </message>
        <message>
            <source>Tell credits in dollars, too</source>
            <translation>Показывать кредиты и в долларах</translation>
        </message>
        <message>
            <source>Quitting while work is under way</source>
            <translation>Выход, пока идёт работа</translation>
        </message>
        <message>
            <source>Ask</source>
            <translation>Спросить</translation>
        </message>
        <message>
            <source>Stay until it is here</source>
            <translation>Дождаться</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Выйти</translation>
        </message>
        <message>
            <source>Jobs at once</source>
            <translation>Работ одновременно</translation>
        </message>
        <message>
            <source>As usual</source>
            <translation>Как обычно</translation>
        </message>
        <message>
            <source>What was sent already goes on.</source>
            <translation>Что уже отправлено, продолжается.</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Тёмный</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Светлый</translation>
        </message>
        <message>
            <source>Size of text</source>
            <translation>Размер текста</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>Движение</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>Меньше</translation>
        </message>
    </context>
    <context>
        <name>Several</name>
        <message>
            <source>Mixed: {low} and {high}</source>
            <translation>Разное: {low} и {high}</translation>
        </message>
        <message>
            <source>Mixed: {low} to {high}</source>
            <translation>Разное: от {low} до {high}</translation>
        </message>
        <message>
            <source>mixed: {parts}</source>
            <translation>разное: {parts}</translation>
        </message>
    </context>
    <context>
        <name>SeveralForm</name>
        <message>
            <source>{seconds} together</source>
            <translation>вместе {seconds}</translation>
        </message>
        <message numerus="yes">
            <source>What you change here changes all %n, as one step of Undo.</source>
            <translation>
                <numerusform>Изменённое здесь изменится у всех %n одним шагом: «Отменить» вернёт его целиком.</numerusform>
                <numerusform>Изменённое здесь изменится у всех %n одним шагом: «Отменить» вернёт его целиком.</numerusform>
                <numerusform>Изменённое здесь изменится у всех %n одним шагом: «Отменить» вернёт его целиком.</numerusform>
            </translation>
        </message>
        <message>
            <source>Left as they were, as their model does not take it: {numbers}</source>
            <translation>Остались как были, потому что их модель этого не берёт: {numbers}</translation>
        </message>
        <message>
            <source>Mention @{name}</source>
            <translation>Упомянуть @{name}</translation>
        </message>
        <message>
            <source>Take @{name} out</source>
            <translation>Убрать @{name}</translation>
        </message>
        <message>
            <source>Add words</source>
            <translation>Добавить слова</translation>
        </message>
        <message>
            <source>Replace words</source>
            <translation>Заменить слова</translation>
        </message>
        <message>
            <source>Not accepted, as they have no clip yet: {numbers}</source>
            <translation>Не приняты, потому что у них ещё нет клипа: {numbers}</translation>
        </message>
    </context>
    <context>
        <name>SharedActs</name>
        <message>
            <source>More for these shots</source>
            <translation>Ещё с этими шотами</translation>
        </message>
        <message>
            <source>Accept all</source>
            <translation>Принять все</translation>
        </message>
        <message>
            <source>Take the acceptance back</source>
            <translation>Снять «Принят» со всех</translation>
        </message>
        <message numerus="yes">
            <source>Regenerate %n out of date</source>
            <translation>
                <numerusform>Переделать %n устаревший</numerusform>
                <numerusform>Переделать %n устаревших</numerusform>
                <numerusform>Переделать %n устаревших</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Make %n shots again</source>
            <translation>
                <numerusform>Сделать заново %n шот</numerusform>
                <numerusform>Сделать заново %n шота</numerusform>
                <numerusform>Сделать заново %n шотов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A new panel for %n shots</source>
            <translation>
                <numerusform>Новая панель для %n шота</numerusform>
                <numerusform>Новая панель для %n шотов</numerusform>
                <numerusform>Новая панель для %n шотов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Three variants of %n shots</source>
            <translation>
                <numerusform>Три варианта %n шота</numerusform>
                <numerusform>Три варианта %n шотов</numerusform>
                <numerusform>Три варианта %n шотов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SharedElements</name>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message numerus="yes">
            <source>· click adds to all %n</source>
            <translation>
                <numerusform>· щелчок добавит во все %n</numerusform>
                <numerusform>· щелчок добавит во все %n</numerusform>
                <numerusform>· щелчок добавит во все %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SharedOptions</name>
        <message>
            <source>Change an option</source>
            <translation>Изменить параметр</translation>
        </message>
        <message>
            <source>on</source>
            <translation>да</translation>
        </message>
        <message>
            <source>off</source>
            <translation>нет</translation>
        </message>
    </context>
    <context>
        <name>SharedSettings</name>
        <message>
            <source>Length in seconds</source>
            <translation>Длина в секундах</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Качество</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Starts from</source>
            <translation>Начинается с</translation>
        </message>
        <message>
            <source>on</source>
            <translation>да</translation>
        </message>
        <message>
            <source>off</source>
            <translation>нет</translation>
        </message>
        <message>
            <source>Usual: its panel</source>
            <translation>Обычно: панель</translation>
        </message>
        <message>
            <source>Usual: nothing</source>
            <translation>Обычно: без картинки</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>Обычно</translation>
        </message>
        <message>
            <source>Its panel</source>
            <translation>Своя панель</translation>
        </message>
        <message>
            <source>End of the shot before</source>
            <translation>Конец предыдущего шота</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Без картинки</translation>
        </message>
        <message>
            <source>usual</source>
            <translation>обычно</translation>
        </message>
        <message>
            <source>panel</source>
            <translation>панель</translation>
        </message>
        <message>
            <source>shot before</source>
            <translation>предыдущий шот</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>без картинки</translation>
        </message>
        <message>
            <source>a frame of the shot before</source>
            <translation>кадр предыдущего шота</translation>
        </message>
        <message>
            <source>a picture of your own</source>
            <translation>своя картинка</translation>
        </message>
        <message>
            <source>Change length</source>
            <translation>Изменить длину</translation>
        </message>
        <message>
            <source>Change quality</source>
            <translation>Изменить качество</translation>
        </message>
        <message>
            <source>Change sound</source>
            <translation>Изменить звук</translation>
        </message>
        <message>
            <source>Change first frame</source>
            <translation>Изменить первый кадр</translation>
        </message>
    </context>
    <context>
        <name>SharedWords</name>
        <message>
            <source>Add to the end</source>
            <translation>Добавить в конец</translation>
        </message>
        <message>
            <source>Replace…</source>
            <translation>Заменить…</translation>
        </message>
        <message>
            <source>Words are the same</source>
            <translation>Слова одинаковые</translation>
        </message>
        <message>
            <source>Words differ</source>
            <translation>Слова разные</translation>
        </message>
        <message numerus="yes">
            <source>Add to the end of all %n</source>
            <translation>
                <numerusform>Добавить в конец всех %n</numerusform>
                <numerusform>Добавить в конец всех %n</numerusform>
                <numerusform>Добавить в конец всех %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Shelf</name>
        <message>
            <source>ALL TAKES</source>
            <translation>ВСЕ ДУБЛИ</translation>
        </message>
        <message>
            <source>Drag one onto a side, or press its number</source>
            <translation>Перетащите дубль на сторону или нажмите его номер</translation>
        </message>
        <message>
            <source>All takes</source>
            <translation>Все дубли</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>Keys</source>
            <translation>Клавиши</translation>
        </message>
        <message>
            <source>Keys as in</source>
            <translation>Клавиши как в</translation>
        </message>
        <message>
            <source>Find a command or a key</source>
            <translation>Найти команду или клавишу</translation>
        </message>
        <message>
            <source>All as in the preset</source>
            <translation>Всё как в наборе</translation>
        </message>
        <message>
            <source>List of keys</source>
            <translation>Список клавиш</translation>
        </message>
        <message>
            <source>Show the first notes again</source>
            <translation>Показать первые подсказки снова</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
    </context>
    <context>
        <name>ShotActs</name>
        <message>
            <source>New shot</source>
            <translation>Новый шот</translation>
        </message>
        <message>
            <source>Delete {shots}</source>
            <translation>Удалить: {shots}</translation>
        </message>
        <message>
            <source>Deleted {shots}</source>
            <translation>Удалено: {shots}</translation>
        </message>
        <message>
            <source>Duplicate {shots}</source>
            <translation>Дублировать: {shots}</translation>
        </message>
        <message>
            <source>Cut {shots}</source>
            <translation>Вырезано: {shots}</translation>
        </message>
        <message>
            <source>Nothing is on the clipboard: copy a shot first</source>
            <translation>Буфер обмена пуст: сначала скопируйте шот</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>Вставить</translation>
        </message>
        <message>
            <source>Put the playhead into a shot, where it should be split</source>
            <translation>Поставьте указатель внутрь шота, туда, где его разделить</translation>
        </message>
        <message>
            <source>Split shot {number}</source>
            <translation>Разделить шот {number}</translation>
        </message>
        <message>
            <source>This is the last shot of its scene: there is no next one to merge with</source>
            <translation>Это последний шот сцены: соединить не с чем</translation>
        </message>
        <message>
            <source>Merge {shots}</source>
            <translation>Соединить: {shots}</translation>
        </message>
        <message>
            <source>shot {number}</source>
            <translation>шот {number}</translation>
        </message>
    </context>
    <context>
        <name>ShotCard</name>
        <message>
            <source>Out of date</source>
            <translation>Устарел</translation>
        </message>
        <message>
            <source>Out of date?</source>
            <translation>Устарел?</translation>
        </message>
        <message>
            <source>1 second</source>
            <translation>1 секунда</translation>
        </message>
        <message>
            <source>1 scene</source>
            <translation>1 сцена</translation>
        </message>
        <message>
            <source>1 shot</source>
            <translation>1 шот</translation>
        </message>
        <message numerus="yes">
            <source>%n seconds</source>
            <translation>
                <numerusform>%n секунда</numerusform>
                <numerusform>%n секунды</numerusform>
                <numerusform>%n секунд</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n сцена</numerusform>
                <numerusform>%n сцены</numerusform>
                <numerusform>%n сцен</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>Accepted: left out of batches</source>
            <translation>Принят: в общий запуск не входит</translation>
        </message>
        <message numerus="yes">
            <source>%n open comments</source>
            <translation>
                <numerusform>%n открытый комментарий</numerusform>
                <numerusform>%n открытых комментария</numerusform>
                <numerusform>%n открытых комментариев</numerusform>
            </translation>
        </message>
        <message>
            <source>Scene {scene}, shot {shot}</source>
            <translation>Сцена {scene}, шот {shot}</translation>
        </message>
        <message>
            <source>accepted</source>
            <translation>принят</translation>
        </message>
        <message>
            <source>take {number} of {count} chosen</source>
            <translation>выбран дубль {number} из {count}</translation>
        </message>
        <message>
            <source>liked</source>
            <translation>нравится</translation>
        </message>
        <message>
            <source>Out of date? It is not decided yet</source>
            <translation>Устарел? Это ещё не решено</translation>
        </message>
        <message>
            <source>take {number} chosen</source>
            <translation>выбран дубль {number}</translation>
        </message>
        <message>
            <source>Not made</source>
            <translation>Не создан</translation>
        </message>
        <message>
            <source>Fetching {share}</source>
            <translation>Идёт {share}</translation>
        </message>
        <message>
            <source>Say what happens</source>
            <translation>Опишите, что происходит</translation>
        </message>
        <message numerus="yes">
            <source>%n takes</source>
            <translation>
                <numerusform>%n дубль</numerusform>
                <numerusform>%n дубля</numerusform>
                <numerusform>%n дублей</numerusform>
            </translation>
        </message>
        <message>
            <source> of {count}</source>
            <translation> из {count}</translation>
        </message>
        <message>
            <source>ticked</source>
            <translation>с галочкой</translation>
        </message>
        <message>
            <source>not ticked</source>
            <translation>без галочки</translation>
        </message>
        <message>
            <source>chosen {number} of {count}</source>
            <translation>выбран {number} из {count}</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Смотреть</translation>
        </message>
        <message>
            <source>Choose beside others</source>
            <translation>Выбрать вместе с другими</translation>
        </message>
        <message>
            <source>Tick</source>
            <translation>Отметить</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Изменить</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Открыть</translation>
        </message>
        <message>
            <source>Scene {scene}</source>
            <translation>Сцена {scene}</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>Выбрать</translation>
        </message>
        <message>
            <source>Show its shots</source>
            <translation>Показать её шоты</translation>
        </message>
        <message>
            <source>Hide its shots</source>
            <translation>Скрыть её шоты</translation>
        </message>
        <message>
            <source>New shot</source>
            <translation>Новый шот</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Меню</translation>
        </message>
    </context>
    <context>
        <name>ShotForm</name>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Untitled shot</source>
            <translation>Шот без названия</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Промпт</translation>
        </message>
        <message>
            <source>What happens in this shot? Type @ to mention an element.</source>
            <translation>Что происходит в этом шоте? Наберите @, чтобы упомянуть элемент.</translation>
        </message>
        <message>
            <source>Change title</source>
            <translation>Изменить название</translation>
        </message>
        <message>
            <source>Change prompt</source>
            <translation>Изменить промпт</translation>
        </message>
    </context>
    <context>
        <name>ShotList</name>
        <message>
            <source>Change notes</source>
            <translation>Изменить заметки</translation>
        </message>
        <message>
            <source>Change elements</source>
            <translation>Изменить элементы</translation>
        </message>
        <message>
            <source>#</source>
            <translation>№</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Картинка</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Слова</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>Секунды</translation>
        </message>
        <message>
            <source>Model · quality</source>
            <translation>Модель · качество</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Дубли</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Цена</translation>
        </message>
        <message>
            <source>Starts at</source>
            <translation>Начало</translation>
        </message>
        <message>
            <source>Starts from</source>
            <translation>Начинается с</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Заметки</translation>
        </message>
        <message>
            <source>Dialogue</source>
            <translation>Реплики</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>Номер</translation>
        </message>
        <message>
            <source>{column} of shot {number}</source>
            <translation>{column}, шот {number}</translation>
        </message>
        <message>
            <source>Write {column} of {shots}, {first} to {last}?</source>
            <translation>Записать «{column}»: {shots}, с {first} по {last}?</translation>
        </message>
        <message>
            <source>Lines that do not fit and change nothing: {count}.</source>
            <translation>Строк, которые не подходят и ничего не изменят: {count}.</translation>
        </message>
        <message>
            <source>Lines for which no shot is left: {count}.</source>
            <translation>Строк, которым не хватило шотов: {count}.</translation>
        </message>
        <message>
            <source>Write {shots}</source>
            <translation>Записать {shots}</translation>
        </message>
        <message>
            <source>All into this cell</source>
            <translation>Всё в эту ячейку</translation>
        </message>
        <message>
            <source>Paste into {shots}</source>
            <translation>Вставить: {shots}</translation>
        </message>
        <message>
            <source>“{words}” does not fit into {column}</source>
            <translation>«{words}» не подходит для «{column}»</translation>
        </message>
        <message>
            <source>{state}, accepted</source>
            <translation>{state}, принят</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>пусто</translation>
        </message>
        <message>
            <source>shot {number}</source>
            <translation>шот {number}</translation>
        </message>
    </context>
    <context>
        <name>ShotListView</name>
        <message>
            <source>Shot list: the film's shots</source>
            <translation>Список шотов: шоты фильма</translation>
        </message>
    </context>
    <context>
        <name>ShotPlays</name>
        <message>
            <source>Caption</source>
            <translation>Титр</translation>
        </message>
        <message>
            <source>Words over the whole shot</source>
            <translation>Слова поверх всего шота</translation>
        </message>
        <message>
            <source>Begins with</source>
            <translation>В начале</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>Склейка</translation>
        </message>
        <message>
            <source>Fade</source>
            <translation>Затемнение</translation>
        </message>
        <message>
            <source>Dissolve</source>
            <translation>Наплыв</translation>
        </message>
        <message>
            <source>Seconds of the transition</source>
            <translation>Секунды перехода</translation>
        </message>
        <message>
            <source>s</source>
            <translation>с</translation>
        </message>
        <message>
            <source>Sound of its clip</source>
            <translation>Звук клипа</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>Quieter</source>
            <translation>Тише</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Loudness of its clip</source>
            <translation>Громкость клипа</translation>
        </message>
        <message>
            <source>dB</source>
            <translation>дБ</translation>
        </message>
        <message>
            <source>Slow move</source>
            <translation>Медленное движение</translation>
        </message>
        <message>
            <source>IN THE FILM</source>
            <translation>В ФИЛЬМЕ</translation>
        </message>
        <message>
            <source>As the film</source>
            <translation>Как в фильме</translation>
        </message>
        <message>
            <source>Change caption</source>
            <translation>Изменить титр шота</translation>
        </message>
        <message>
            <source>Change transition</source>
            <translation>Изменить переход</translation>
        </message>
        <message>
            <source>Change clip sound</source>
            <translation>Изменить звук клипа</translation>
        </message>
        <message>
            <source>Change slow move</source>
            <translation>Изменить движение</translation>
        </message>
    </context>
    <context>
        <name>ShotSettings</name>
        <message>
            <source>Length in seconds</source>
            <translation>Длина в секундах</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Качество</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>On</source>
            <translation>Да</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Нет</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>Длина</translation>
        </message>
        <message>
            <source>Starts from</source>
            <translation>Начинается с</translation>
        </message>
        <message>
            <source>Ends with</source>
            <translation>Кончается</translation>
        </message>
        <message>
            <source>It starts from nothing: panel {number} is not its start.</source>
            <translation>Шот начинается без картинки: панель {number} — не его начало.</translation>
        </message>
        <message>
            <source>Change length</source>
            <translation>Изменить длину</translation>
        </message>
        <message>
            <source>Change quality</source>
            <translation>Изменить качество</translation>
        </message>
        <message>
            <source>Change sound</source>
            <translation>Изменить звук</translation>
        </message>
        <message>
            <source>Change first frame</source>
            <translation>Изменить первый кадр</translation>
        </message>
        <message>
            <source>Change last frame</source>
            <translation>Изменить последний кадр</translation>
        </message>
    </context>
    <context>
        <name>ShotWords</name>
        <message>
            <source>Change title</source>
            <translation>Изменить название</translation>
        </message>
        <message>
            <source>Change prompt</source>
            <translation>Изменить промпт</translation>
        </message>
        <message>
            <source>Change notes</source>
            <translation>Изменить заметки</translation>
        </message>
        <message>
            <source>Change the words of the panel</source>
            <translation>Изменить слова панели</translation>
        </message>
    </context>
    <context>
        <name>Sides</name>
        <message>
            <source>Nothing here costs credits, and nothing leaves this computer.</source>
            <translation>Здесь всё бесплатно, и ничто не покидает этот компьютер.</translation>
        </message>
    </context>
    <context>
        <name>Sketch</name>
        <message>
            <source>The first page, about as it will be</source>
            <translation>Первая страница, примерно такой она и будет</translation>
        </message>
    </context>
    <context>
        <name>SoundActs</name>
        <message>
            <source>Music or a voice for the film</source>
            <translation>Музыка или голос для фильма</translation>
        </message>
        <message>
            <source>Sound ({endings})</source>
            <translation>Звук ({endings})</translation>
        </message>
        <message>
            <source>Add music</source>
            <translation>Добавить музыку</translation>
        </message>
        <message>
            <source>Music and captions lie in lanes under the cards: {why}.</source>
            <translation>Музыка и титры — на дорожках под карточками: {why}.</translation>
        </message>
        <message>
            <source>Captions from a file</source>
            <translation>Титры из файла</translation>
        </message>
        <message>
            <source>Subtitles ({endings})</source>
            <translation>Субтитры ({endings})</translation>
        </message>
        <message>
            <source>Captions from {name}</source>
            <translation>Титры из {name}</translation>
        </message>
        <message numerus="yes">
            <source>%n captions came from {name}.</source>
            <translation>
                <numerusform>Из {name} взят %n титр.</numerusform>
                <numerusform>Из {name} взяты %n титра.</numerusform>
                <numerusform>Из {name} взято %n титров.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were in the film already.</source>
            <translation>
                <numerusform>%n уже был в фильме.</numerusform>
                <numerusform>%n уже были в фильме.</numerusform>
                <numerusform>%n уже были в фильме.</numerusform>
            </translation>
        </message>
        <message>
            <source>It was read as {encoding}: see whether its letters are right.</source>
            <translation>Файл прочитан как {encoding}: посмотрите, верны ли буквы.</translation>
        </message>
        <message numerus="yes">
            <source>%n have times that cannot be read and were left out (line {numbers}).</source>
            <translation>
                <numerusform>Время %n титра не читается, он пропущен (строка файла: {numbers}).</numerusform>
                <numerusform>Время %n титров не читается, они пропущены (строки файла: {numbers}).</numerusform>
                <numerusform>Время %n титров не читается, они пропущены (строки файла: {numbers}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n begin behind the film's end and were left out:</source>
            <translation>
                <numerusform>%n начинается после конца фильма и пропущен:</numerusform>
                <numerusform>%n начинаются после конца фильма и пропущены:</numerusform>
                <numerusform>%n начинаются после конца фильма и пропущены:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SoundLane</name>
        <message>
            <source>Change music</source>
            <translation>Изменить музыку</translation>
        </message>
        <message>
            <source>Remove music</source>
            <translation>Убрать музыку</translation>
        </message>
        <message>
            <source>Make it a voice</source>
            <translation>Сделать голосом</translation>
        </message>
        <message>
            <source>Make it music</source>
            <translation>Сделать музыкой</translation>
        </message>
    </context>
    <context>
        <name>SpeedButton</name>
        <message>
            <source>without sound</source>
            <translation>без звука</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Скорость</translation>
        </message>
    </context>
    <context>
        <name>StaleTimes</name>
        <message>
            <source>The times that stand in the file (time:) do not fit the film any more. The film does not need them.</source>
            <translation>Времена, записанные в файле (time:), больше не подходят к фильму. Самому фильму они не нужны.</translation>
        </message>
        <message>
            <source>Bring them up to date</source>
            <translation>Обновить их</translation>
        </message>
        <message>
            <source>Leave them</source>
            <translation>Оставить как есть</translation>
        </message>
        <message>
            <source>Bring times up to date</source>
            <translation>Обновить времена</translation>
        </message>
    </context>
    <context>
        <name>StartChoice</name>
        <message>
            <source>Usual: its panel</source>
            <translation>Обычно: панель</translation>
        </message>
        <message>
            <source>Usual: nothing</source>
            <translation>Обычно: без картинки</translation>
        </message>
        <message>
            <source>Its panel</source>
            <translation>Своя панель</translation>
        </message>
        <message>
            <source>End of {number}</source>
            <translation>Конец {number}</translation>
        </message>
        <message>
            <source>A frame of {number}</source>
            <translation>Кадр из {number}</translation>
        </message>
        <message>
            <source>Nothing</source>
            <translation>Без картинки</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Status</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>Готово</translation>
        </message>
        <message>
            <source>Language: {name}</source>
            <translation>Язык: {name}</translation>
        </message>
        <message numerus="yes">
            <source>● %n running</source>
            <translation>
                <numerusform>● %n в работе</numerusform>
                <numerusform>● %n в работе</numerusform>
                <numerusform>● %n в работе</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in line</source>
            <translation>
                <numerusform>%n в очереди</numerusform>
                <numerusform>%n в очереди</numerusform>
                <numerusform>%n в очереди</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n не вышел</numerusform>
                <numerusform>%n не вышли</numerusform>
                <numerusform>%n не вышли</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you</source>
            <translation>
                <numerusform>%n ждёт вас</numerusform>
                <numerusform>%n ждут вас</numerusform>
                <numerusform>%n ждут вас</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you: show the next one</source>
            <translation>
                <numerusform>%n ждёт вас: показать</numerusform>
                <numerusform>%n ждут вас: показать следующее</numerusform>
                <numerusform>%n ждут вас: показать следующее</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Stretching</name>
        <message>
            <source>Change length of shot {number}</source>
            <translation>Изменить длину шота {number}</translation>
        </message>
        <message>
            <source>Change length of {shots}</source>
            <translation>Изменить длину: {shots}</translation>
        </message>
        <message>
            <source>It cannot be longer than this.</source>
            <translation>Длиннее нельзя.</translation>
        </message>
        <message>
            <source>It cannot be shorter than this.</source>
            <translation>Короче нельзя.</translation>
        </message>
        <message numerus="yes">
            <source>%n frames</source>
            <translation>
                <numerusform>%n кадр</numerusform>
                <numerusform>%n кадра</numerusform>
                <numerusform>%n кадров</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Strips</name>
        <message>
            <source>Frames and sound at both sides of the cut</source>
            <translation>Кадры и звук по обе стороны склейки</translation>
        </message>
    </context>
    <context>
        <name>Studio</name>
        <message>
            <source>Another program works on this film, so it is open to look at only.</source>
            <translation>С этим фильмом работает другая программа, поэтому он открыт только для просмотра.</translation>
        </message>
        <message>
            <source>This folder cannot be written to, so the film is open to look at only.</source>
            <translation>В эту папку нельзя писать, поэтому фильм открыт только для просмотра.</translation>
        </message>
        <message numerus="yes">
            <source>The scenario has %n mistakes. Each is told on its shot, or on the film.</source>
            <translation>
                <numerusform>В сценарии %n ошибка. О каждой сказано у её шота или у фильма.</numerusform>
                <numerusform>В сценарии %n ошибки. О каждой сказано у её шота или у фильма.</numerusform>
                <numerusform>В сценарии %n ошибок. О каждой сказано у её шота или у фильма.</numerusform>
            </translation>
        </message>
        <message>
            <source>Say how each looks before you generate it.</source>
            <translation>Опишите, как выглядит каждый, прежде чем создавать картинки.</translation>
        </message>
        <message>
            <source>Write them</source>
            <translation>Описать</translation>
        </message>
        <message>
            <source>Open a film</source>
            <translation>Открыть фильм</translation>
        </message>
        <message>
            <source>Save a copy of the scenario</source>
            <translation>Сохранить копию сценария</translation>
        </message>
        <message>
            <source>A copy lies at {path}.</source>
            <translation>Копия лежит здесь: {path}.</translation>
        </message>
        <message>
            <source>Something went wrong inside ({reason}). Your film and clips are safe.</source>
            <translation>Внутри программы что-то пошло не так ({reason}). Фильм и клипы целы.</translation>
        </message>
        <message>
            <source>Open the film in a folder</source>
            <translation>Открыть фильм из папки</translation>
        </message>
        <message numerus="yes">
            <source>%n elements have no words yet.</source>
            <translation>
                <numerusform>%n элемент пока без слов.</numerusform>
                <numerusform>%n элемента пока без слов.</numerusform>
                <numerusform>%n элементов пока без слов.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Surface</name>
        <message>
            <source>Picture of the film</source>
            <translation>Картинка фильма</translation>
        </message>
    </context>
    <context>
        <name>TableSketch</name>
        <message>
            <source>The first rows, about as they will be</source>
            <translation>Первые строки — примерно так, как будет</translation>
        </message>
        <message numerus="yes">
            <source>%n more follow</source>
            <translation>
                <numerusform>ещё %n строка</numerusform>
                <numerusform>ещё %n строки</numerusform>
                <numerusform>ещё %n строк</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Tabs</name>
        <message>
            <source>Shot</source>
            <translation>Шот</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Дубли</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Расходы</translation>
        </message>
        <message>
            <source>Page of the shot</source>
            <translation>Страница шота</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Сцена</translation>
        </message>
        <message>
            <source>Element</source>
            <translation>Элемент</translation>
        </message>
        <message>
            <source>Takes {count}</source>
            <translation>Дубли {count}</translation>
        </message>
        <message numerus="yes">
            <source>%n takes of the shot</source>
            <translation>
                <numerusform>%n дубль шота</numerusform>
                <numerusform>%n дубля шота</numerusform>
                <numerusform>%n дублей шота</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakeRow</name>
        <message>
            <source>Put back</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Fetch again · free</source>
            <translation>Скачать снова · бесплатно</translation>
        </message>
        <message>
            <source>The file is not on the disk any more.</source>
            <translation>Файла больше нет на диске.</translation>
        </message>
    </context>
    <context>
        <name>TakeTile</name>
        <message>
            <source>Take {number}</source>
            <translation>Дубль {number}</translation>
        </message>
    </context>
    <context>
        <name>Takes</name>
        <message>
            <source>use as…</source>
            <translation>взять как…</translation>
        </message>
        <message>
            <source>new panel</source>
            <translation>новая панель</translation>
        </message>
        <message>
            <source>new take</source>
            <translation>новый дубль</translation>
        </message>
        <message>
            <source>{name} on shot {number}:</source>
            <translation>{name} на шоте {number}:</translation>
        </message>
        <message>
            <source>Choose the one shot that {name} is for, then paste again.</source>
            <translation>Выберите один шот, для которого файл {name}, и вставьте ещё раз.</translation>
        </message>
        <message>
            <source>A clip of your own as a take</source>
            <translation>Свой клип как дубль</translation>
        </message>
        <message>
            <source>Clips ({endings})</source>
            <translation>Клипы ({endings})</translation>
        </message>
        <message>
            <source>A picture of your own as the shot's panel</source>
            <translation>Своя картинка как панель шота</translation>
        </message>
        <message>
            <source>Pictures ({endings})</source>
            <translation>Картинки ({endings})</translation>
        </message>
        <message>
            <source>Choose take {number}</source>
            <translation>Выбрать дубль {number}</translation>
        </message>
        <message>
            <source>Choose panel {number}</source>
            <translation>Выбрать панель {number}</translation>
        </message>
        <message>
            <source>Take {number} is in the trash</source>
            <translation>Дубль {number} в корзине</translation>
        </message>
        <message>
            <source>Panel {number} is in the trash</source>
            <translation>Панель {number} в корзине</translation>
        </message>
        <message>
            <source>The service does not keep it any more.</source>
            <translation>Сервис его больше не хранит.</translation>
        </message>
        <message numerus="yes">
            <source>%n takes were deleted for good</source>
            <translation>
                <numerusform>Навсегда удалён %n дубль</numerusform>
                <numerusform>Навсегда удалены %n дубля</numerusform>
                <numerusform>Навсегда удалено %n дублей</numerusform>
            </translation>
        </message>
        <message>
            <source>Accept</source>
            <translation>Принять</translation>
        </message>
        <message>
            <source>Accept no more</source>
            <translation>Больше не принят</translation>
        </message>
        <message>
            <source>Your clip is take {number} now</source>
            <translation>Ваш клип — теперь дубль {number}</translation>
        </message>
        <message>
            <source>Your picture is panel {number} now</source>
            <translation>Ваша картинка — теперь панель {number}</translation>
        </message>
        <message>
            <source>nothing stands in the film for it</source>
            <translation>вместо него в фильме ничего нет</translation>
        </message>
        <message>
            <source>panel {number} is chosen now</source>
            <translation>теперь выбрана панель {number}</translation>
        </message>
        <message>
            <source>take {number} is in the film now</source>
            <translation>теперь в фильме дубль {number}</translation>
        </message>
        <message>
            <source>Take {number}</source>
            <translation>Дубль {number}</translation>
        </message>
        <message>
            <source>Panel {number}</source>
            <translation>Панель {number}</translation>
        </message>
        <message>
            <source>liked</source>
            <translation>нравится</translation>
        </message>
        <message>
            <source>Note: {words}</source>
            <translation>Заметка: {words}</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Пропал</translation>
        </message>
        <message>
            <source>In the trash</source>
            <translation>В корзине</translation>
        </message>
        <message>
            <source>Chosen</source>
            <translation>Выбран</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>Отклонён</translation>
        </message>
        <message>
            <source>your own file</source>
            <translation>свой файл</translation>
        </message>
        <message>
            <source>the first</source>
            <translation>первый</translation>
        </message>
        <message>
            <source>words</source>
            <translation>слова</translation>
        </message>
        <message>
            <source>place or light</source>
            <translation>место или свет</translation>
        </message>
        <message>
            <source>style</source>
            <translation>стиль</translation>
        </message>
        <message>
            <source>length</source>
            <translation>длина</translation>
        </message>
        <message>
            <source>quality</source>
            <translation>качество</translation>
        </message>
        <message>
            <source>sound</source>
            <translation>звук</translation>
        </message>
        <message>
            <source>model</source>
            <translation>модель</translation>
        </message>
        <message>
            <source>format</source>
            <translation>формат</translation>
        </message>
        <message>
            <source>elements</source>
            <translation>элементы</translation>
        </message>
        <message>
            <source>pictures of elements</source>
            <translation>картинки элементов</translation>
        </message>
        <message>
            <source>start picture</source>
            <translation>первый кадр</translation>
        </message>
        <message>
            <source>end picture</source>
            <translation>последний кадр</translation>
        </message>
        <message>
            <source>options</source>
            <translation>параметры</translation>
        </message>
        <message>
            <source>starts from end of {shot}</source>
            <translation>с конца {shot}</translation>
        </message>
        <message>
            <source>starts from panel {number}</source>
            <translation>с панели {number}</translation>
        </message>
        <message>
            <source>starts from {name}</source>
            <translation>начало: {name}</translation>
        </message>
    </context>
    <context>
        <name>TakesTab</name>
        <message>
            <source>Of the shot</source>
            <translation>У шота</translation>
        </message>
        <message>
            <source>Clips</source>
            <translation>Клипы</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Панели</translation>
        </message>
        <message>
            <source>Takes of the shot</source>
            <translation>Дубли шота</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Сравнить</translation>
        </message>
        <message>
            <source>More ways to a take</source>
            <translation>Другие пути к дублю</translation>
        </message>
        <message>
            <source>Bring a picture…</source>
            <translation>Взять картинку…</translation>
        </message>
        <message>
            <source>The first panel is being made.</source>
            <translation>Первая панель создаётся.</translation>
        </message>
        <message>
            <source>The first take is being made.</source>
            <translation>Первый дубль создаётся.</translation>
        </message>
        <message>
            <source>No panel yet: a still of the shot. Drop a picture of your own here.</source>
            <translation>Панели пока нет: это неподвижный кадр шота. Можно перетащить сюда свою картинку.</translation>
        </message>
        <message>
            <source>No take yet: press {key}, or drop a clip of your own here.</source>
            <translation>Дублей пока нет: нажмите {key} или перетащите сюда свой клип.</translation>
        </message>
        <message>
            <source>New take · {cost}</source>
            <translation>+ Дубль · {cost}</translation>
        </message>
        <message>
            <source>One take only: there is nothing to compare it with</source>
            <translation>Дубль только один: сравнить не с чем</translation>
        </message>
        <message>
            <source>Three variants · {cost}</source>
            <translation>Три варианта · {cost}</translation>
        </message>
    </context>
    <context>
        <name>TileFoot</name>
        <message>
            <source>Keep</source>
            <translation>Оставить</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <source>Redraw · {cost}</source>
            <translation>Заново · {cost}</translation>
        </message>
        <message>
            <source>Redraw picture {number} for {cost}</source>
            <translation>Перерисовать картинку {number} за {cost}</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Generate {count} · {price}</source>
            <translation>Создать {count} · {price}</translation>
        </message>
        <message>
            <source>Regenerate · {price}</source>
            <translation>Переделать · {price}</translation>
        </message>
        <message>
            <source>Generate · {price}</source>
            <translation>Создать · {price}</translation>
        </message>
        <message>
            <source>free</source>
            <translation>бесплатно</translation>
        </message>
        <message>
            <source>Download again · free</source>
            <translation>Скачать снова · бесплатно</translation>
        </message>
    </context>
    <context>
        <name>TimelineHeader</name>
        <message>
            <source>+ Shot</source>
            <translation>+ Шот</translation>
        </message>
        <message>
            <source>+ Scene</source>
            <translation>+ Сцена</translation>
        </message>
        <message>
            <source>+ Music</source>
            <translation>+ Музыка</translation>
        </message>
        <message>
            <source>+ Caption</source>
            <translation>+ Титр</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>Панели</translation>
        </message>
        <message>
            <source>Filters and other tools</source>
            <translation>Фильтры и другие инструменты</translation>
        </message>
    </context>
    <context>
        <name>TimelinePane</name>
        <message>
            <source>Timeline: the film's shots</source>
            <translation>Лента: шоты фильма</translation>
        </message>
        <message>
            <source>No shots yet</source>
            <translation>Шотов пока нет</translation>
        </message>
        <message>
            <source>The film's text cannot be read.
{problem}
Correct it in a text editor and save: the film appears here by itself. Or bring an earlier version back ({key}).</source>
            <translation>Текст фильма не читается.
{problem}
Исправьте его в текстовом редакторе и сохраните: фильм появится здесь сам. Или верните прежнюю версию ({key}).</translation>
        </message>
        <message>
            <source>No shots yet: press {key}</source>
            <translation>Шотов пока нет: нажмите {key}</translation>
        </message>
        <message>
            <source>Move scene {title}</source>
            <translation>Сдвинуть сцену {title}</translation>
        </message>
        <message>
            <source>Move shot {number}</source>
            <translation>Сдвинуть шот {number}</translation>
        </message>
        <message>
            <source>Move {shots}</source>
            <translation>Сдвинуть: {shots}</translation>
        </message>
        <message>
            <source>Moved to scene {scene}, shot {shot}</source>
            <translation>Теперь сцена {scene}, шот {shot}</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Undo</source>
            <translation>Отменить</translation>
        </message>
    </context>
    <context>
        <name>ToldLines</name>
        <message>
            <source>Edit the words</source>
            <translation>Изменить слова</translation>
        </message>
        <message>
            <source>Put this hint away</source>
            <translation>Убрать подсказку</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Film and money</source>
            <translation>Фильм и деньги</translation>
        </message>
        <message>
            <source>Pause: send nothing new</source>
            <translation>Пауза: новое не отправлять</translation>
        </message>
        <message>
            <source>Film settings of {title}</source>
            <translation>Настройки фильма {title}</translation>
        </message>
        <message>
            <source>{title}: show the film's settings</source>
            <translation>{title}: показать настройки фильма</translation>
        </message>
        <message>
            <source>Read only</source>
            <translation>Только чтение</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>Сохранено</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>Сохраняется…</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>Ещё не сохранено</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>Не сохранено</translation>
        </message>
        <message>
            <source>Go on sending</source>
            <translation>Отправлять дальше</translation>
        </message>
        <message>
            <source>The film cannot be read</source>
            <translation>Фильм не читается</translation>
        </message>
        <message>
            <source>No shots yet</source>
            <translation>Шотов пока нет</translation>
        </message>
        <message numerus="yes">
            <source>Generate %n missing · {cost}</source>
            <translation>
                <numerusform>Создать %n недостающий · {cost}</numerusform>
                <numerusform>Создать %n недостающих · {cost}</numerusform>
                <numerusform>Создать %n недостающих · {cost}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n need you</source>
            <translation>
                <numerusform>%n ждёт вас</numerusform>
                <numerusform>%n ждут вас</numerusform>
                <numerusform>%n ждут вас</numerusform>
            </translation>
        </message>
        <message>
            <source>Watch your film</source>
            <translation>Смотреть фильм</translation>
        </message>
        <message>
            <source>The budget cannot be read</source>
            <translation>Бюджет не прочитать</translation>
        </message>
        <message numerus="yes">
            <source>%n shots have no words yet</source>
            <translation>
                <numerusform>В %n шоте пока нет слов</numerusform>
                <numerusform>В %n шотах пока нет слов</numerusform>
                <numerusform>В %n шотах пока нет слов</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n shots cannot be generated</source>
            <translation>
                <numerusform>%n шот нельзя создать</numerusform>
                <numerusform>%n шота нельзя создать</numerusform>
                <numerusform>%n шотов нельзя создать</numerusform>
            </translation>
        </message>
        <message>
            <source>Counting…</source>
            <translation>Подсчёт…</translation>
        </message>
        <message>
            <source>Generating…</source>
            <translation>Создаётся…</translation>
        </message>
        <message>
            <source>Nothing to generate yet</source>
            <translation>Пока нечего создавать</translation>
        </message>
    </context>
    <context>
        <name>TrackPage</name>
        <message>
            <source>Music and voices</source>
            <translation>Музыка и голоса</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Вид</translation>
        </message>
        <message>
            <source>Music</source>
            <translation>Музыка</translation>
        </message>
        <message>
            <source>Voice</source>
            <translation>Голос</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Loudness</source>
            <translation>Громкость</translation>
        </message>
        <message>
            <source>Begins at</source>
            <translation>Начало</translation>
        </message>
        <message>
            <source>From second of the file</source>
            <translation>С секунды файла</translation>
        </message>
        <message>
            <source>To second of the file</source>
            <translation>До секунды файла</translation>
        </message>
        <message>
            <source>Fade in</source>
            <translation>Нарастание</translation>
        </message>
        <message>
            <source>Fade out</source>
            <translation>Затухание</translation>
        </message>
        <message>
            <source>Muted, also when the film goes out</source>
            <translation>Без звука, также при выводе фильма</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Закрыть</translation>
        </message>
        <message>
            <source>s</source>
            <translation>с</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>How much is played</source>
            <translation>Сколько проигрывать</translation>
        </message>
        <message>
            <source>Shot</source>
            <translation>Шот</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Сцена</translation>
        </message>
        <message>
            <source>Whole film</source>
            <translation>Весь фильм</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Громкость</translation>
        </message>
        <message>
            <source>Sound off</source>
            <translation>Выключить звук</translation>
        </message>
        <message>
            <source>Sound on</source>
            <translation>Включить звук</translation>
        </message>
        <message>
            <source>How much is played, loop, sound</source>
            <translation>Сколько показывать, повтор, звук</translation>
        </message>
    </context>
    <context>
        <name>TrashLine</name>
        <message>
            <source>Trash of the shot</source>
            <translation>Корзина шота</translation>
        </message>
        <message>
            <source>Empty the trash…</source>
            <translation>Очистить корзину…</translation>
        </message>
        <message numerus="yes">
            <source>%n takes in the trash</source>
            <translation>
                <numerusform>В корзине: %n</numerusform>
                <numerusform>В корзине: %n</numerusform>
                <numerusform>В корзине: %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n panels in the trash</source>
            <translation>
                <numerusform>В корзине: %n</numerusform>
                <numerusform>В корзине: %n</numerusform>
                <numerusform>В корзине: %n</numerusform>
            </translation>
        </message>
        <message>
            <source>Spent here {credits}</source>
            <translation>Потрачено {credits}</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Скрыть</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message numerus="yes">
            <source>%n takes are deleted for good.</source>
            <translation>
                <numerusform>Навсегда удалится %n дубль.</numerusform>
                <numerusform>Навсегда удалятся %n дубля.</numerusform>
                <numerusform>Навсегда удалится %n дублей.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n panels are deleted for good.</source>
            <translation>
                <numerusform>Навсегда удалится %n панель.</numerusform>
                <numerusform>Навсегда удалятся %n панели.</numerusform>
                <numerusform>Навсегда удалится %n панелей.</numerusform>
            </translation>
        </message>
        <message>
            <source>They cost {credits}, which stay spent.</source>
            <translation>Потраченные на это {credits} не вернутся.</translation>
        </message>
        <message>
            <source>It cost {credits}, which stay spent.</source>
            <translation>Потраченные на это {credits} не вернутся.</translation>
        </message>
        <message>
            <source>{size} MB of the disk come free. This cannot be undone.</source>
            <translation>На диске освободится {size} МБ. Отменить это нельзя.</translation>
        </message>
    </context>
    <context>
        <name>TrashRow</name>
        <message numerus="yes">
            <source>%n pictures in the trash</source>
            <translation>
                <numerusform>%n картинка в корзине</numerusform>
                <numerusform>%n картинки в корзине</numerusform>
                <numerusform>%n картинок в корзине</numerusform>
            </translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>Скрыть</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Показать</translation>
        </message>
        <message>
            <source>Put back</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Put {file} back</source>
            <translation>Вернуть {file}</translation>
        </message>
    </context>
    <context>
        <name>TrimBar</name>
        <message>
            <source>Used part of the clip</source>
            <translation>Используемая часть клипа</translation>
        </message>
        <message>
            <source>{start} to {end} s is used</source>
            <translation>Используется от {start} до {end} с</translation>
        </message>
        <message>
            <source>{start} to {end} s of {whole} s is used</source>
            <translation>Используется от {start} до {end} с из {whole} с</translation>
        </message>
    </context>
    <context>
        <name>VariantActs</name>
        <message numerus="yes">
            <source>&amp;Three variants of %n shots</source>
            <translation>
                <numerusform>&amp;Три варианта %n шота</numerusform>
                <numerusform>&amp;Три варианта %n шотов</numerusform>
                <numerusform>&amp;Три варианта %n шотов</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ViewPrompts</name>
        <message>
            <source>Add a view</source>
            <translation>Добавить ракурс</translation>
        </message>
        <message>
            <source>Add a view of this element</source>
            <translation>Добавить ракурс этого элемента</translation>
        </message>
        <message>
            <source>Prompt of view {number}</source>
            <translation>Промпт ракурса {number}</translation>
        </message>
        <message>
            <source>Remove view {number}</source>
            <translation>Убрать ракурс {number}</translation>
        </message>
        <message>
            <source>View {number}</source>
            <translation>Ракурс {number}</translation>
        </message>
    </context>
    <context>
        <name>ViewSwitch</name>
        <message>
            <source>View of the film</source>
            <translation>Вид фильма</translation>
        </message>
    </context>
    <context>
        <name>VoiceSample</name>
        <message>
            <source>Play the voice sample</source>
            <translation>Слушать образец голоса</translation>
        </message>
        <message>
            <source>Upload a voice sample</source>
            <translation>Загрузить образец голоса</translation>
        </message>
        <message>
            <source>Take the voice sample out</source>
            <translation>Убрать образец голоса</translation>
        </message>
        <message>
            <source>Upload a voice…</source>
            <translation>Загрузить голос…</translation>
        </message>
        <message>
            <source>Voice sample (5 to 30 s)</source>
            <translation>Образец голоса (5–30 с)</translation>
        </message>
        <message>
            <source>Voice sample · {seconds} s (5 to 30 s)</source>
            <translation>Образец голоса · {seconds} с (5–30 с)</translation>
        </message>
        <message>
            <source>too short: {seconds} s</source>
            <translation>слишком короткий: {seconds} с</translation>
        </message>
        <message>
            <source>too long: {seconds} s</source>
            <translation>слишком длинный: {seconds} с</translation>
        </message>
        <message>
            <source>Sound ({endings})</source>
            <translation>Звук ({endings})</translation>
        </message>
        <message>
            <source>A voice sample of 5 to 30 s</source>
            <translation>Образец голоса от 5 до 30 с</translation>
        </message>
    </context>
    <context>
        <name>WhatIsSent</name>
        <message>
            <source>What will be sent</source>
            <translation>Что отправится</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>Клип</translation>
        </message>
        <message>
            <source>Panel</source>
            <translation>Панель</translation>
        </message>
        <message>
            <source>The words that will be sent</source>
            <translation>Слова, которые отправятся</translation>
        </message>
        <message>
            <source>with sound</source>
            <translation>со звуком</translation>
        </message>
        <message>
            <source>without sound</source>
            <translation>без звука</translation>
        </message>
        <message>
            <source>{used} / {allowed} characters</source>
            <translation>{used} / {allowed} знаков</translation>
        </message>
        <message>
            <source>No pictures go with it.</source>
            <translation>Отправляется без картинок.</translation>
        </message>
        <message>
            <source>What is not there yet of the pictures is made first.</source>
            <translation>Картинки, которых ещё нет, сначала создаются.</translation>
        </message>
        <message>
            <source>What is not wanted is not sent: the model has no place for it.</source>
            <translation>Чего быть не должно, не отправится: у модели нет для этого места.</translation>
        </message>
        <message>
            <source>Starts from {file}</source>
            <translation>Начинается с {file}</translation>
        </message>
        <message>
            <source>Starts from a picture that is made first</source>
            <translation>Начинается с картинки, которая сначала создаётся</translation>
        </message>
        <message>
            <source>Ends with {file}</source>
            <translation>Кончается на {file}</translation>
        </message>
        <message>
            <source>Ends with a picture that is made first</source>
            <translation>Кончается картинкой, которая сначала создаётся</translation>
        </message>
        <message numerus="yes">
            <source>%n pictures</source>
            <translation>
                <numerusform>%n картинка</numerusform>
                <numerusform>%n картинки</numerusform>
                <numerusform>%n картинок</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WhereUsed</name>
        <message>
            <source>WHERE USED</source>
            <translation>ГДЕ ВСТРЕЧАЕТСЯ</translation>
        </message>
        <message numerus="yes">
            <source>%n shots</source>
            <translation>
                <numerusform>%n шот</numerusform>
                <numerusform>%n шота</numerusform>
                <numerusform>%n шотов</numerusform>
            </translation>
        </message>
        <message>
            <source>not used yet</source>
            <translation>пока нигде</translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Показать %n</numerusform>
                <numerusform>Показать все %n</numerusform>
                <numerusform>Показать все %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scenes</source>
            <translation>
                <numerusform>%n сцена</numerusform>
                <numerusform>%n сцены</numerusform>
                <numerusform>%n сцен</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WhoLine</name>
        <message>
            <source>Who says it</source>
            <translation>Кто говорит</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Кто</translation>
        </message>
        <message>
            <source>Elements who may say it</source>
            <translation>Элементы, которые могут это сказать</translation>
        </message>
    </context>
    <context>
        <name>WordNotes</name>
        <message>
            <source>Fix a mistake</source>
            <translation>Исправить ошибку</translation>
        </message>
    </context>
    <context>
        <name>Writing</name>
        <message>
            <source>Write</source>
            <translation>Писать</translation>
        </message>
        <message>
            <source>Shot {number} · {place} of {count}</source>
            <translation>Шот {number} · {place} из {count}</translation>
        </message>
    </context>
    <context>
        <name>WritingColumn</name>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>Untitled shot</source>
            <translation>Шот без названия</translation>
        </message>
        <message>
            <source>Prompt</source>
            <translation>Промпт</translation>
        </message>
        <message>
            <source>What happens in this shot? Type @ to mention an element.</source>
            <translation>Что происходит в этом шоте? Наберите @, чтобы упомянуть элемент.</translation>
        </message>
        <message>
            <source>What the panel shows</source>
            <translation>Что на панели</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Заметки</translation>
        </message>
        <message>
            <source>For yourself: never sent.</source>
            <translation>Для себя: никогда не отправляется.</translation>
        </message>
        <message>
            <source>The shot before</source>
            <translation>Предыдущий шот</translation>
        </message>
        <message>
            <source>The next shot</source>
            <translation>Следующий шот</translation>
        </message>
    </context>
    <context>
        <name>Written</name>
        <message>
            <source>OUT</source>
            <translation>ВЫВОД</translation>
        </message>
    </context>
    <context>
        <name>ZoomTools</name>
        <message>
            <source>Zoom out (Ctrl+wheel)</source>
            <translation>Мельче (Ctrl+колесо)</translation>
        </message>
        <message>
            <source>Zoom in (Ctrl+wheel)</source>
            <translation>Крупнее (Ctrl+колесо)</translation>
        </message>
        <message>
            <source>Zoom of the timeline</source>
            <translation>Масштаб ленты</translation>
        </message>
        <message>
            <source>Zoom of the timeline (Ctrl+wheel)</source>
            <translation>Масштаб ленты (Ctrl+колесо)</translation>
        </message>
    </context>
    <context>
        <name>_Chips</name>
        <message>
            <source>Mention {name} where the cursor is</source>
            <translation>Упомянуть {name} там, где курсор</translation>
        </message>
    </context>
    <context>
        <name>_Question</name>
        <message>
            <source>Delete for good</source>
            <translation>Удалить навсегда</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>Оставить</translation>
        </message>
    </context>
    <context>
        <name>dialogs</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>&amp;Папка:</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>&amp;Тип файлов:</translation>
        </message>
        <message>
            <source>Scenarios (*.yaml *.yml)</source>
            <translation>Сценарии (*.yaml *.yml)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Все файлы (*)</translation>
        </message>
    </context>
    <context>
        <name>self.box</name>
        <message>
            <source>One second less</source>
            <translation>На секунду меньше</translation>
        </message>
        <message>
            <source>One second more</source>
            <translation>На секунду больше</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>{word}, line {line}: {told}</source>
            <translation>{word}, строка {line}: {told}</translation>
        </message>
        <message>
            <source>Mistake</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>Предупреждение</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>Подсказка</translation>
        </message>
        <message>
            <source>Not made yet</source>
            <translation>Ещё не создан</translation>
        </message>
        <message>
            <source>In line</source>
            <translation>В очереди</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Отправка</translation>
        </message>
        <message>
            <source>Drawing</source>
            <translation>Рисуется</translation>
        </message>
        <message>
            <source>Downloading</source>
            <translation>Загрузка</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>Готов</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Не вышел</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Ждёт вас</translation>
        </message>
        <message>
            <source>Deleted shot ({files})</source>
            <translation>Удалённый шот ({files})</translation>
        </message>
        <message>
            <source>character</source>
            <translation>персонаж</translation>
        </message>
        <message>
            <source>background</source>
            <translation>фон</translation>
        </message>
        <message>
            <source>prop</source>
            <translation>предмет</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Эскиз</translation>
        </message>
        <message>
            <source>Pro</source>
            <translation>Pro</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} с</translation>
        </message>
        <message>
            <source>{amount} cr</source>
            <translation>{amount} кр.</translation>
        </message>
        <message>
            <source>{size} GB</source>
            <translation>{size} ГБ</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} МБ</translation>
        </message>
        <message>
            <source>Out of date: {what} changed</source>
            <translation>Устарел, изменилось: {what}</translation>
        </message>
        <message>
            <source>the words</source>
            <translation>слова</translation>
        </message>
        <message>
            <source>place or light of the scene</source>
            <translation>место или свет сцены</translation>
        </message>
        <message>
            <source>the film's style</source>
            <translation>стиль фильма</translation>
        </message>
        <message>
            <source>the length</source>
            <translation>длина</translation>
        </message>
        <message>
            <source>the quality</source>
            <translation>качество</translation>
        </message>
        <message>
            <source>the sound</source>
            <translation>звук</translation>
        </message>
        <message>
            <source>the model</source>
            <translation>модель</translation>
        </message>
        <message>
            <source>the format</source>
            <translation>формат</translation>
        </message>
        <message>
            <source>the elements</source>
            <translation>элементы</translation>
        </message>
        <message>
            <source>pictures of its elements</source>
            <translation>картинки его элементов</translation>
        </message>
        <message>
            <source>the start picture</source>
            <translation>первый кадр</translation>
        </message>
        <message>
            <source>the end picture</source>
            <translation>последний кадр</translation>
        </message>
        <message>
            <source>what it is made from</source>
            <translation>то, из чего он сделан</translation>
        </message>
        <message>
            <source>usually {seconds} s</source>
            <translation>обычно {seconds} с</translation>
        </message>
        <message>
            <source>usually {low} to {high} s</source>
            <translation>обычно от {low} до {high} с</translation>
        </message>
        <message>
            <source>usually {minutes} min</source>
            <translation>обычно {minutes} мин</translation>
        </message>
        <message>
            <source>usually {low} to {high} min</source>
            <translation>обычно от {low} до {high} мин</translation>
        </message>
        <message>
            <source>Changed outside</source>
            <translation>Изменено снаружи</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Вернуть</translation>
        </message>
        <message>
            <source>Earlier version</source>
            <translation>Прежняя версия</translation>
        </message>
        <message>
            <source>The other version</source>
            <translation>Другая версия</translation>
        </message>
        <message>
            <source>My version</source>
            <translation>Моя версия</translation>
        </message>
        <message>
            <source>Keep takes</source>
            <translation>Оставить дубли</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>Пропал</translation>
        </message>
        <message>
            <source>“{words}”</source>
            <translation>«{words}»</translation>
        </message>
        <message>
            <source>Empty</source>
            <translation>Пустой</translation>
        </message>
        <message>
            <source>New shot</source>
            <translation>Новый шот</translation>
        </message>
        <message>
            <source>{place}st</source>
            <translation>{place}-й</translation>
        </message>
        <message>
            <source>{place}nd</source>
            <translation>{place}-й</translation>
        </message>
        <message>
            <source>{place}rd</source>
            <translation>{place}-й</translation>
        </message>
        <message>
            <source>{place}th</source>
            <translation>{place}-й</translation>
        </message>
        <message>
            <source>the frame it starts from</source>
            <translation>кадр, с которого он начинается</translation>
        </message>
        <message>
            <source>elements ({names})</source>
            <translation>элементы ({names})</translation>
        </message>
        <message>
            <source>pictures of {names}</source>
            <translation>картинки ({names})</translation>
        </message>
        <message>
            <source>{name}'s picture</source>
            <translation>картинка {name}</translation>
        </message>
        <message>
            <source>Choose take</source>
            <translation>Выбрать дубль</translation>
        </message>
        <message>
            <source>Choose panel</source>
            <translation>Выбрать панель</translation>
        </message>
        <message>
            <source>Star</source>
            <translation>Отметить звездой</translation>
        </message>
        <message>
            <source>No star</source>
            <translation>Снять звезду</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>Отклонить</translation>
        </message>
        <message>
            <source>Not rejected</source>
            <translation>Не отклонять</translation>
        </message>
        <message>
            <source>Note on a take</source>
            <translation>Заметка к дублю</translation>
        </message>
        <message>
            <source>Good as they are</source>
            <translation>Не считать устаревшими</translation>
        </message>
        <message>
            <source>Trash takes</source>
            <translation>Дубли в корзину</translation>
        </message>
        <message>
            <source>Restore takes</source>
            <translation>Вернуть дубли</translation>
        </message>
        <message>
            <source>Own clip</source>
            <translation>Свой клип</translation>
        </message>
        <message>
            <source>Own picture</source>
            <translation>Своя картинка</translation>
        </message>
        <message>
            <source>options of the model</source>
            <translation>параметры модели</translation>
        </message>
        <message>
            <source>"{ratio}" is not a picture ratio. Write it like 16:9.</source>
            <translation>«{ratio}» — не формат кадра. Напишите, например, 16:9.</translation>
        </message>
        <message>
            <source>"{value}" cannot be read as a value: {reason}.</source>
            <translation>«{value}» нельзя прочитать как значение: {reason}.</translation>
        </message>
        <message>
            <source>"{words}" is no edit. See topa-studio edit --help; a scene is 2, a shot 2/3, an element @Topa, the film is film.</source>
            <translation>«{words}» — не правка. См. topa-studio edit --help; сцена — 2, шот — 2/3, элемент — @Topa, фильм — film.</translation>
        </message>
        <message>
            <source>"{words}" is nothing that is done with takes. See topa-studio takes --help; a shot is 2/3, a take its number.</source>
            <translation>«{words}» — с дублями так ничего не делают. Смотрите topa-studio takes --help; шот — это 2/3, дубль — его номер.</translation>
        </message>
        <message>
            <source>"{word}" is no number of seconds. Write a whole number, as in split 2/3 4.</source>
            <translation>«{word}» — не число секунд. Напишите целое число, например split 2/3 4.</translation>
        </message>
        <message>
            <source>#</source>
            <translation>№</translation>
        </message>
        <message>
            <source>'{key}' is not read, so it limits nothing; a film's budget is budget_credits in global_config, a plain number</source>
            <translation>«{key}» не читается и поэтому ничего не ограничивает; бюджет фильма — это budget_credits в global_config, просто число</translation>
        </message>
        <message>
            <source>'{key}' stands twice</source>
            <translation>«{key}» встречается дважды</translation>
        </message>
        <message>
            <source>'{key}' stands twice: here and on line {first}; delete one of them</source>
            <translation>«{key}» стоит дважды: здесь и в строке {first}; удалите одно из двух</translation>
        </message>
        <message>
            <source>'{words}' has no end; say where the motion stops</source>
            <translation>у «{words}» нет конца; скажите, где движение остановится</translation>
        </message>
        <message>
            <source>'{words}' may be refused by the service</source>
            <translation>«{words}»: сервис может отказать</translation>
        </message>
        <message>
            <source>*{name} is used, but &amp;{name} does not stand above it</source>
            <translation>*{name} использовано, но выше нет &amp;{name}</translation>
        </message>
        <message>
            <source>*{name} stands inside of what it repeats; write it out instead</source>
            <translation>*{name} стоит внутри того, что повторяет; напишите текст целиком</translation>
        </message>
        <message>
            <source>4K costs the same with and without sound, and much more than pro</source>
            <translation>4K стоит одинаково со звуком и без него и намного дороже, чем pro</translation>
        </message>
        <message>
            <source>@{name} begins like @{other}; the service may mix them up</source>
            <translation>@{name} начинается как @{other}; сервис может их спутать</translation>
        </message>
        <message>
            <source>A cloud folder made copies because a file was changed in two places: {names}. They are not used. See whether they hold something you miss, then delete them.</source>
            <translation>Облачная папка сделала копии, потому что файл изменили в двух местах: {names}. Они не используются. Посмотрите, нет ли в них того, чего вам не хватает, и удалите их.</translation>
        </message>
        <message>
            <source>A film's folder cannot be called like {path}. Choose another name.</source>
            <translation>Папка фильма не может называться {path}. Выберите другое имя.</translation>
        </message>
        <message>
            <source>A key is not taken from the command line, where others can see it and the shell remembers it. Run the command without it; it will be asked for.</source>
            <translation>Ключ не принимается в командной строке: там его видят другие и запоминает оболочка. Запустите команду без него, и он будет спрошен.</translation>
        </message>
        <message>
            <source>A picture of {element} is still being drawn under its old name: it comes here by itself.</source>
            <translation>Картинка {element} ещё рисуется под прежним именем: она придёт сюда сама.</translation>
        </message>
        <message>
            <source>A shot list is called .xlsx or .csv, not {path}.</source>
            <translation>Список шотов — это файл .xlsx или .csv, а не {path}.</translation>
        </message>
        <message>
            <source>A web page came instead of an answer from {host}. This network may want you to log in: open any page in a browser, log in, and continue.</source>
            <translation>Вместо ответа от {host} пришла веб-страница. Возможно, эта сеть требует входа: откройте любую страницу в браузере, войдите и продолжите.</translation>
        </message>
        <message>
            <source>Add comment</source>
            <translation>Добавить комментарий</translation>
        </message>
        <message>
            <source>Added. Save the comments as a file and send it back.</source>
            <translation>Добавлено. Сохраните комментарии в файл и отправьте его обратно.</translation>
        </message>
        <message>
            <source>All {count} together cost {cost} credits; the budget of {budget} a day has {left} left today, so nothing was sent. Generate what fits, raise it, or go on tomorrow.</source>
            <translation>Все {count} вместе стоят {cost} кредитов; в дневном бюджете {budget} сегодня осталось {left}, поэтому ничего не отправлено. Создайте то, на что хватает, увеличьте бюджет или продолжите завтра.</translation>
        </message>
        <message>
            <source>All {count} together cost {cost} credits; the film's budget of {budget} has {left} left, so nothing was sent. Generate what fits, or raise the budget of the film.</source>
            <translation>Все {count} вместе стоят {cost} кредитов; в бюджете фильма {budget} осталось {left}, поэтому ничего не отправлено. Создайте то, на что хватает, или увеличьте бюджет фильма.</translation>
        </message>
        <message>
            <source>All {count} together cost {cost} credits; the {budget} credits given for this run have {left} left, so nothing was sent.</source>
            <translation>Все вместе ({count}) стоят {cost} кр.; из {budget} кредитов, отведённых на этот запуск, осталось {left}, поэтому ничего не отправлено.</translation>
        </message>
        <message>
            <source>An EDL holds {most} shots at most, and the film has {count}. Choose another format.</source>
            <translation>В EDL помещается не больше шотов, чем {most}, а в фильме их {count}. Выберите другой формат.</translation>
        </message>
        <message>
            <source>An element is a character, a background or a prop, not {kind}.</source>
            <translation>Элемент — это персонаж, фон или предмет, а не {kind}.</translation>
        </message>
        <message>
            <source>An end picture needs a start picture too. Give the shot a start picture or remove the end.</source>
            <translation>Для последнего кадра нужен и первый. Дайте шоту первый кадр или уберите последний.</translation>
        </message>
        <message>
            <source>An end picture needs a start picture.</source>
            <translation>Для последнего кадра нужен и первый.</translation>
        </message>
        <message>
            <source>Another film lay in this folder before. Its results stay where they are ({count}) and do not count for this film, but for those of the very same words.</source>
            <translation>Раньше в этой папке лежал другой фильм. Его результаты остаются на месте ({count}) и к этому фильму не относятся, кроме сделанных по точно таким же словам.</translation>
        </message>
        <message>
            <source>Another program changed {path} in a way that cannot be put together with your changes. Its version is shown; Undo brings yours back, and both are kept in {folder}.</source>
            <translation>Другая программа изменила {path} так, что с вашими правками это не соединить. Показана её версия; отмена вернёт вашу, обе лежат в {folder}.</translation>
        </message>
        <message>
            <source>Asked about task {task_id}, the service told of task {other}. Nothing was changed; try again in a minute.</source>
            <translation>На вопрос о задаче {task_id} служба рассказала о задаче {other}. Ничего не изменено; попробуйте ещё раз через минуту.</translation>
        </message>
        <message>
            <source>Captions are not in this format: {count} are left out.</source>
            <translation>Титров в этом формате нет, пропущено: {count}.</translation>
        </message>
        <message>
            <source>Changes of {path} that were not saved the last time were brought back.</source>
            <translation>Изменения {path}, не сохранённые в прошлый раз, восстановлены.</translation>
        </message>
        <message>
            <source>Clips of another film that lay in this folder are kept here: {count}. They count for this shot only if you say so: topa-studio take-over.</source>
            <translation>Здесь хранятся клипы другого фильма, который лежал в этой папке: {count}. К этому шоту они относятся, только если вы так скажете: topa-studio take-over.</translation>
        </message>
        <message>
            <source>Comment on shot {shot}</source>
            <translation>Комментарий к шоту {shot}</translation>
        </message>
        <message>
            <source>Comment on this moment</source>
            <translation>Комментарий к этому моменту</translation>
        </message>
        <message>
            <source>Comments</source>
            <translation>Комментарии</translation>
        </message>
        <message>
            <source>Copies and the record of your changes cannot be written to {path}: {reason}. The film itself is saved as before.</source>
            <translation>Копии и запись ваших изменений не пишутся в {path}: {reason}. Сам фильм сохраняется как прежде.</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>Цена</translation>
        </message>
        <message>
            <source>Cut to {ratio}, the picture {path} is only {width} by {height} pixels; the service takes none below {least} by {least}. Choose a larger one.</source>
            <translation>После обрезки до {ratio} картинка {path} — всего {width} на {height} пикселей, а сервис не берёт меньше {least} на {least}. Выберите картинку побольше.</translation>
        </message>
        <message>
            <source>Dialogue</source>
            <translation>Реплики</translation>
        </message>
        <message>
            <source>Element {element} has no reference image. Generate or add one, then try again.</source>
            <translation>У элемента {element} нет образца. Создайте или добавьте его и попробуйте снова.</translation>
        </message>
        <message>
            <source>Elements</source>
            <translation>Элементы</translation>
        </message>
        <message>
            <source>Exactly the same has been made here before: it is taken over, and costs nothing.</source>
            <translation>Точно то же здесь уже сделано раньше: оно берётся готовым и ничего не стоит.</translation>
        </message>
        <message>
            <source>Exactly the same request has been made already, for {where}. Try again: it is taken over and costs nothing.</source>
            <translation>Точно такой же запрос уже выполнен для {where}. Попробуйте ещё раз: результат возьмётся оттуда и ничего не будет стоить.</translation>
        </message>
        <message>
            <source>Exactly the same was sent for {where}, and the answer was lost. Decide about that first: it may be charged.</source>
            <translation>Точно то же самое отправлено для {where}, и ответ потерялся. Сначала решите, что с ним делать: за него могли взять кредиты.</translation>
        </message>
        <message>
            <source>Fades through black are not in this format: {count} become cuts.</source>
            <translation>Затемнений в этом формате нет, станут склейками: {count}.</translation>
        </message>
        <message>
            <source>Gaps between clips: {count}. The film has none, so they are left out.</source>
            <translation>Пустот между клипами: {count}. В фильме их не бывает, поэтому они пропущены.</translation>
        </message>
        <message>
            <source>In {path} there is no film, no Storyboarder project, no picture (PNG, JPEG, WebP) and no clip (MP4, WebM).</source>
            <translation>В {path} нет ни фильма, ни проекта Storyboarder, ни картинки (PNG, JPEG, WebP), ни клипа (MP4, WebM).</translation>
        </message>
        <message>
            <source>It ends with the panel of shot {shot}, which is not made: {reason}</source>
            <translation>Кончается панелью шота {shot}, а она не создана: {reason}</translation>
        </message>
        <message>
            <source>It ends with the panel of the next shot, and there is no next shot.</source>
            <translation>Кончается панелью следующего шота, а следующего шота нет.</translation>
        </message>
        <message>
            <source>It is being made already, so it was not sent a second time.</source>
            <translation>Это уже делается, поэтому второй раз не отправлено.</translation>
        </message>
        <message>
            <source>It is being sent at this moment.</source>
            <translation>Запрос отправляется в эту минуту.</translation>
        </message>
        <message>
            <source>It is made and paid for, but could not be downloaded: {reason} Generate tries the download again; it costs nothing.</source>
            <translation>Шот сделан и оплачен, но не скачался: {reason} «Создать» попробует скачать ещё раз, это бесплатно.</translation>
        </message>
        <message>
            <source>It is not in the film any more, so it was not sent.</source>
            <translation>Этого больше нет в фильме, поэтому запрос не отправлен.</translation>
        </message>
        <message>
            <source>It is yours, and nothing was charged again.</source>
            <translation>Это ваше, и второй раз ничего не списано.</translation>
        </message>
        <message>
            <source>It stands in the film by its number.</source>
            <translation>Он стоит в фильме по номеру.</translation>
        </message>
        <message>
            <source>It starts from the end of shot {shot}, which is not made yet.</source>
            <translation>Он начинается с конца шота {shot}, а тот ещё не создан.</translation>
        </message>
        <message>
            <source>It waits for its turn: {slots} jobs run at once.</source>
            <translation>Ждёт своей очереди: одновременно выполняется заданий: {slots}.</translation>
        </message>
        <message>
            <source>It waits for shot {shot}, from whose end it starts.</source>
            <translation>Ждёт шот {shot}: с его конца начинается этот.</translation>
        </message>
        <message>
            <source>It waits for the panel of shot {shot}, with which it ends.</source>
            <translation>Ждёт панели шота {shot}, которой кончается.</translation>
        </message>
        <message>
            <source>It waits for the pictures of {element}.</source>
            <translation>Ждёт изображения элемента {element}.</translation>
        </message>
        <message>
            <source>It was not sent again: {reason} The same words are sent once more only by a press on this one alone.</source>
            <translation>Ещё раз не отправлено: {reason} Те же слова отправляются снова, только если нажать именно здесь.</translation>
        </message>
        <message>
            <source>It was sent, and no clear answer came. The service may be making it and may charge for it, so it is not sent again by itself.</source>
            <translation>Запрос ушёл, но ясного ответа не пришло. Возможно, сервис уже делает этот шот и возьмёт плату, поэтому сам он повторно не отправляется.</translation>
        </message>
        <message>
            <source>It was stopped.</source>
            <translation>Остановлено.</translation>
        </message>
        <message>
            <source>It was taken back before it was sent. Nothing was charged.</source>
            <translation>Отменено до отправки. Платы не было.</translation>
        </message>
        <message>
            <source>Its clip cannot be read</source>
            <translation>Клип не читается</translation>
        </message>
        <message>
            <source>Its clip is not there</source>
            <translation>Клипа нет на месте</translation>
        </message>
        <message>
            <source>Its file lies outside the folder of results.</source>
            <translation>Его файл лежит вне папки результатов.</translation>
        </message>
        <message>
            <source>Its picture cannot be read</source>
            <translation>Картинка не читается</translation>
        </message>
        <message>
            <source>Its picture is not there</source>
            <translation>Картинки нет на месте</translation>
        </message>
        <message>
            <source>KIE does not take this key ({text}). Nothing was charged; check the key in the settings.</source>
            <translation>KIE не принимает этот ключ ({text}). Платы не было; проверьте ключ в настройках.</translation>
        </message>
        <message>
            <source>KIE has switched this model off ({text}). Choose another model.</source>
            <translation>KIE отключил эту модель ({text}). Выберите другую.</translation>
        </message>
        <message>
            <source>Line {line} counts more frames a second than the film's {film}. Nothing has changed.</source>
            <translation>В строке {line} кадров в секунду больше, чем в фильме, где их {film}. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>Loudness and fades of sound are not in this format: {count} are only noted in the file.</source>
            <translation>Громкости и затуханий звука в этом формате нет, только записано в файле: {count}.</translation>
        </message>
        <message>
            <source>Model · quality</source>
            <translation>Модель · качество</translation>
        </message>
        <message>
            <source>Music, voices and sounds are not in this format: {count} left out.</source>
            <translation>Музыки, голосов и звуков в этом формате нет, пропущено: {count}.</translation>
        </message>
        <message>
            <source>No clip in {path} is a shot of this film. Nothing has changed.</source>
            <translation>В {path} ни один клип — не шот этого фильма. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>No model is called {model}. Choose another one.</source>
            <translation>Модели с именем {model} нет. Выберите другую.</translation>
        </message>
        <message>
            <source>No new picture of {element} waits to be kept.</source>
            <translation>Новых картинок {element}, которые ждут решения, нет.</translation>
        </message>
        <message>
            <source>No panel stands for shot {shot} now.</source>
            <translation>У шота {shot} теперь нет панели.</translation>
        </message>
        <message>
            <source>No take stands in the film for shot {shot} now.</source>
            <translation>У шота {shot} теперь нет дубля в фильме.</translation>
        </message>
        <message>
            <source>Not a shot of this film, left alone: {name}</source>
            <translation>Не шот этого фильма, не тронут: {name}</translation>
        </message>
        <message>
            <source>Not enough credits at KIE for this request. Nothing was charged; add credits and continue.</source>
            <translation>На счёте KIE не хватает кредитов для этого запроса. Платы не было; пополните счёт и продолжайте.</translation>
        </message>
        <message>
            <source>Not finished after {minutes} min. The service goes on; the next run collects it.</source>
            <translation>Не закончено за {minutes} мин. Сервис продолжает; следующий запуск заберёт результат.</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Заметки</translation>
        </message>
        <message>
            <source>Notes are not in this format: {count} are left out.</source>
            <translation>Заметок в этом формате нет, пропущено: {count}.</translation>
        </message>
        <message>
            <source>Nothing new is sent until you press Continue.</source>
            <translation>Ничего нового не отправляется, пока вы не нажмёте «Продолжить».</translation>
        </message>
        <message>
            <source>Nothing of the film is chosen, so there is nothing to write.</source>
            <translation>Из фильма ничего не выбрано, поэтому записывать нечего.</translation>
        </message>
        <message>
            <source>Nothing says yet how {element} looks. Write its description, or give it a picture.</source>
            <translation>Пока неизвестно, как выглядит {element}. Напишите описание или дайте картинку.</translation>
        </message>
        <message>
            <source>Nothing there waits for you.</source>
            <translation>Там ничто не ждёт вашего решения.</translation>
        </message>
        <message>
            <source>Nothing was changed: there is nobody to ask. Add --yes to bring this, or --dry-run only to see it.</source>
            <translation>Ничего не изменено: спросить некого. Добавьте --yes, чтобы внести это, или --dry-run, чтобы только посмотреть.</translation>
        </message>
        <message>
            <source>Nothing was sent, because what is paid for could not be kept safely: {reason}. Make room on the disk, or let the program write there, then press Continue.</source>
            <translation>Ничего не отправлено: оплаченное негде надёжно сохранить: {reason}. Освободите место на диске или разрешите программе писать туда и нажмите «Продолжить».</translation>
        </message>
        <message>
            <source>Nothing went wrong there. To make one more take, use Generate; it costs credits.</source>
            <translation>Там нет ошибки. Чтобы сделать ещё один дубль, нажмите «Создать»; это стоит кредитов.</translation>
        </message>
        <message>
            <source>Other takes are parts of the same file.</source>
            <translation>Другие дубли — части того же файла.</translation>
        </message>
        <message>
            <source>Panel {number} stands for shot {shot} now.</source>
            <translation>У шота {shot} теперь панель {number}.</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Картинка</translation>
        </message>
        <message>
            <source>Play from shot {shot}</source>
            <translation>Смотреть с шота {shot}</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Убрать</translation>
        </message>
        <message>
            <source>Save comments ({{value}})</source>
            <translation>Сохранить комментарии ({{value}})</translation>
        </message>
        <message>
            <source>Say where the film shall lie (-o FOLDER), or which film the script is of (-s).</source>
            <translation>Скажите, где лежать фильму (-o ПАПКА), или к какому фильму этот сценарий (-s).</translation>
        </message>
        <message>
            <source>Scene</source>
            <translation>Сцена</translation>
        </message>
        <message>
            <source>Scene {scene}: moved after scene {after}</source>
            <translation>Сцена {scene}: переставлена за сцену {after}</translation>
        </message>
        <message>
            <source>Scene {scene}: moved to the beginning of the film</source>
            <translation>Сцена {scene}: переставлена в начало фильма</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>Секунды</translation>
        </message>
        <message>
            <source>Shot or element {key} was sent and paid for as task {task_id}, but the disk did not take this into the record of the film: {reason} The number is kept in {place}, and the job goes on. Make room on the disk, then press Continue.</source>
            <translation>Шот или элемент {key} отправлен и оплачен как задача {task_id}, но диск не принял это в записи фильма: {reason} Номер сохранён в {place}, и работа продолжается. Освободите место на диске и нажмите «Продолжить».</translation>
        </message>
        <message>
            <source>Shot or element {key} was sent and paid for as task {task_id}, but the disk did not take this number: {reason} Note it down, make room on the disk, and leave the program open until the result is here.</source>
            <translation>Шот или элемент {key} отправлен и оплачен как задача {task_id}, но диск не принял этот номер: {reason} Запишите его, освободите место на диске и не закрывайте программу, пока результат не придёт.</translation>
        </message>
        <message>
            <source>Shot {number} has no clip and is left out.</source>
            <translation>У шота {number} нет клипа, он пропущен.</translation>
        </message>
        <message>
            <source>Shot {number} has no clip: its {shown} is shown.</source>
            <translation>У шота {number} нет клипа, вместо него показано: {shown}.</translation>
        </message>
        <message>
            <source>Shot {number}: its {what} cannot be read, a slate is shown.</source>
            <translation>Шот {number}: файл ({what}) не читается, показана заглушка.</translation>
        </message>
        <message>
            <source>Shot {number}: its {what} cannot be read, so it is left out.</source>
            <translation>Шот {number}: файл ({what}) не читается, шот пропущен.</translation>
        </message>
        <message>
            <source>Shot {number}: its {what} could not be read while the film was written, a slate is shown.</source>
            <translation>Шот {number}: файл ({what}) не удалось прочитать, пока записывался фильм, показана заглушка.</translation>
        </message>
        <message>
            <source>Shot {number}: its {what} is not there, a slate is shown.</source>
            <translation>Шот {number}: файла ({what}) нет на месте, показана заглушка.</translation>
        </message>
        <message>
            <source>Shot {number}: its {what} leads out of the film, a slate is shown.</source>
            <translation>Шот {number}: файл ({what}) ведёт за пределы фильма, показана заглушка.</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: begins with a dissolve of {seconds} s</source>
            <translation>Шот {shot} {title}: начнётся с наплыва на {seconds} с</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: from {in} s on instead of {begins} s</source>
            <translation>Шот {shot} {title}: с {in} с вместо {begins} с</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: it is inside another clip or on another track.</source>
            <translation>Шот {shot} {title}: он внутри другого клипа или на другой дорожке.</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: it is turned off in the editor; it stays in the film.</source>
            <translation>Шот {shot} {title}: выключен в программе монтажа; в фильме он остаётся.</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: its dissolve is gone</source>
            <translation>Шот {shot} {title}: его наплыва больше нет</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: its speed was changed; its length is left as it is.</source>
            <translation>Шот {shot} {title}: его скорость изменена; длина остаётся как есть.</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: moved after {after}</source>
            <translation>Шот {shot} {title}: переставлен за {after}</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: moved to the beginning of scene {scene}</source>
            <translation>Шот {shot} {title}: переставлен в начало сцены {scene}</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: once more after {after}, with the same take</source>
            <translation>Шот {shot} {title}: ещё раз после {after}, с тем же дублем</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: the file does not say which part of it is shown.</source>
            <translation>Шот {shot} {title}: в файле не сказано, какая его часть видна.</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: to the trash</source>
            <translation>Шот {shot} {title}: в корзину</translation>
        </message>
        <message>
            <source>Shot {shot} {title}: {before} s become {after} s, from {in} s on</source>
            <translation>Шот {shot} {title}: было {before} с, станет {after} с, начиная с {in} с</translation>
        </message>
        <message>
            <source>Shot {vanished} is gone from {path}, and a new one with nearly the same words has come: {appeared}. If it is the same shot, write this line into it to keep its takes: key: {vanished}</source>
            <translation>Шот {vanished} исчез из {path}, и появился новый почти с теми же словами: {appeared}. Если это тот же шот, допишите в него строку, чтобы сохранить его дубли: key: {vanished}</translation>
        </message>
        <message>
            <source>Shots</source>
            <translation>Шоты</translation>
        </message>
        <message>
            <source>Something is being made there at this moment. Take the older task when that is done.</source>
            <translation>Здесь сейчас что-то делается. Заберите прежнюю задачу, когда это закончится.</translation>
        </message>
        <message>
            <source>Something went wrong in the program itself: {reason}.</source>
            <translation>Ошибка в самой программе: {reason}.</translation>
        </message>
        <message>
            <source>Sound</source>
            <translation>Звук</translation>
        </message>
        <message>
            <source>Starts at</source>
            <translation>Начало</translation>
        </message>
        <message>
            <source>Starts from</source>
            <translation>Начинается с</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <source>Take {number} stands in the film for shot {shot} now.</source>
            <translation>Для шота {shot} в фильме теперь дубль {number}.</translation>
        </message>
        <message>
            <source>Take {take} was made from exactly the same words, pictures and settings. Generating it again costs again, and is done only if you say so.</source>
            <translation>Дубль {take} сделан точно из тех же слов, картинок и настроек. Создание заново снова стоит денег и делается, только если вы так решите.</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>Дубли</translation>
        </message>
        <message>
            <source>Task {task_id} is known already: it belongs to {where}.</source>
            <translation>Задача {task_id} уже известна: она относится к {where}.</translation>
        </message>
        <message>
            <source>That task draws something else: “{prompt}”. Nothing was changed.</source>
            <translation>Эта задача рисует другое: «{prompt}». Ничего не изменено.</translation>
        </message>
        <message>
            <source>That task draws the same, but nobody can tell when it was made, so it may be an earlier one. Take it only if you are sure.</source>
            <translation>Эта задача рисует то же самое, но неизвестно, когда она создана: возможно, она более ранняя. Берите её, только если уверены.</translation>
        </message>
        <message>
            <source>That task draws the same, but was made {minutes} min after this was sent. Take it only if you are sure.</source>
            <translation>Эта задача рисует то же самое, но создана на {minutes} мин позже отправки. Берите её, только если уверены.</translation>
        </message>
        <message>
            <source>That task draws the same, but was made {minutes} min before this was sent. Take it only if you are sure.</source>
            <translation>Эта задача рисует то же самое, но создана на {minutes} мин раньше отправки. Берите её, только если уверены.</translation>
        </message>
        <message>
            <source>That task has the same words and was made at the right time, but which pictures went with this one was not written down. Take it only if you are sure.</source>
            <translation>У этой задачи те же слова и подходящее время, но не записано, какие изображения были отправлены. Берите её, только если уверены.</translation>
        </message>
        <message>
            <source>That task has the same words, but other pictures or settings. Nothing was changed.</source>
            <translation>У этой задачи те же слова, но другие изображения или настройки. Ничего не изменено.</translation>
        </message>
        <message>
            <source>That task makes a clip, but what waits for you here is a picture. Nothing was changed.</source>
            <translation>Эта задача делает клип, а здесь вашего решения ждёт изображение. Ничего не изменено.</translation>
        </message>
        <message>
            <source>That task makes a picture, but what waits for you here is a clip. Nothing was changed.</source>
            <translation>Эта задача делает изображение, а здесь вашего решения ждёт клип. Ничего не изменено.</translation>
        </message>
        <message>
            <source>That would leave nothing of the picture. Draw a larger frame.</source>
            <translation>Так от картинки ничего не останется. Возьмите рамку побольше.</translation>
        </message>
        <message>
            <source>That would leave nothing of {path}. Draw a larger frame.</source>
            <translation>Так от {path} ничего не останется. Возьмите рамку побольше.</translation>
        </message>
        <message>
            <source>The Final Draft script declares a document type or entities, which no script of Final Draft does. It was not read.</source>
            <translation>Сценарий Final Draft объявляет тип документа или сущности, чего Final Draft не делает. Он не прочитан.</translation>
        </message>
        <message>
            <source>The Final Draft script is broken in line {line}: {reason}.</source>
            <translation>Сценарий Final Draft испорчен в строке {line}: {reason}.</translation>
        </message>
        <message>
            <source>The Final Draft script is nested more than {limit} deep, which no script is.</source>
            <translation>Сценарий Final Draft вложен глубже {limit} уровней, таких не бывает.</translation>
        </message>
        <message>
            <source>The address {host} is not a web address. Check it in config.yaml.</source>
            <translation>{host} — не адрес в сети. Проверьте его в config.yaml.</translation>
        </message>
        <message>
            <source>The address {host} is not secure (https), so it is not used.</source>
            <translation>Адрес {host} не защищён (https), поэтому не используется.</translation>
        </message>
        <message>
            <source>The address {host} lies in a private network, so nothing is fetched from there.</source>
            <translation>Адрес {host} лежит в частной сети, оттуда ничего не скачивается.</translation>
        </message>
        <message>
            <source>The answer of the service could not be understood. Try again later.</source>
            <translation>Ответ сервиса непонятен. Попробуйте позже.</translation>
        </message>
        <message>
            <source>The clip does not have the size that was asked.</source>
            <translation>Размер клипа не тот, что просили.</translation>
        </message>
        <message>
            <source>The clip does not have the sound that was asked for.</source>
            <translation>Звук клипа не такой, как запрошено.</translation>
        </message>
        <message>
            <source>The clip has no sound, though it was asked for.</source>
            <translation>В клипе нет звука, хотя он был запрошен.</translation>
        </message>
        <message>
            <source>The clip has sound, though none was asked for.</source>
            <translation>В клипе есть звук, хотя он не был запрошен.</translation>
        </message>
        <message>
            <source>The clip is not as long as was asked.</source>
            <translation>Длина клипа не та, что просили.</translation>
        </message>
        <message>
            <source>The clip's file is gone from the disk, and the service keeps it no more. Put the file back, or generate it again: that costs again, and is done only if you say so.</source>
            <translation>Файла клипа больше нет на диске, и сервис его уже не хранит. Верните файл или создайте клип заново: это снова стоит денег и делается, только если вы так решите.</translation>
        </message>
        <message>
            <source>The clip's file is gone from the disk. It was paid for, and is fetched again for nothing.</source>
            <translation>Файла клипа на диске больше нет. За него уже заплачено, и он будет скачан снова бесплатно.</translation>
        </message>
        <message>
            <source>The computer slept. It goes on as soon as the service answers.</source>
            <translation>Компьютер спал. Работа продолжится, как только сервис ответит.</translation>
        </message>
        <message>
            <source>The count of what all films spent today, {path}, was damaged. It was built anew from the notes of what was paid, and the damaged one is kept beside it as {aside}. Look in Preferences, at the budget of the day, whether the credits of today are right; if some are missing, lower that budget for today.</source>
            <translation>Подсчёт потраченного сегодня по всем фильмам, {path}, повреждён. Он построен заново по записям об оплаченном, а повреждённый файл сохранён рядом как {aside}. Проверьте в настройках, у бюджета на день, верно ли посчитаны сегодняшние кредиты; если чего-то не хватает, уменьшите этот бюджет на сегодня.</translation>
        </message>
        <message>
            <source>The cut has {edit} frames a second and the film {film}. Nothing has changed.</source>
            <translation>В монтаже {edit} кадров в секунду, а в фильме {film}. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>The disk did not take a file: {reason}. Make room on the disk, or let the program write there; what is paid for is not lost.</source>
            <translation>Диск не принял файл: {reason}. Освободите место на диске или разрешите программе писать туда; оплаченное не пропало.</translation>
        </message>
        <message>
            <source>The disk is full: {needed} bytes are needed, {free} are free.</source>
            <translation>Диск полон: нужно {needed} байт, свободно {free}.</translation>
        </message>
        <message>
            <source>The disk with {path} is full: about {needed} are needed, {free} are free. Nothing of the film was left there.</source>
            <translation>Диск, где лежит {path}, полон: нужно около {needed}, свободно {free}. От фильма там ничего не осталось.</translation>
        </message>
        <message>
            <source>The download came too slowly and was stopped. What has come is kept; it goes on later.</source>
            <translation>Загрузка шла слишком медленно и остановлена. Полученное сохранено; она продолжится позже.</translation>
        </message>
        <message>
            <source>The download stopped: {reason}. Check the network and try again.</source>
            <translation>Загрузка прервалась: {reason}. Проверьте сеть и попробуйте снова.</translation>
        </message>
        <message>
            <source>The file arrived only in part ({size} of {total} bytes). Try again.</source>
            <translation>Файл пришёл не весь ({size} из {total} байт). Попробуйте снова.</translation>
        </message>
        <message>
            <source>The file holds its own definitions, as no editor writes them. It was not read.</source>
            <translation>В файле есть свои определения, каких программы монтажа не пишут. Он не прочитан.</translation>
        </message>
        <message>
            <source>The file holds {count} comments; at most {most} are taken at once. Nothing has changed.</source>
            <translation>Комментариев в файле: {count}; за раз берётся не больше {most}. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>The file is damaged, or no {kind}. Nothing has changed.</source>
            <translation>Файл повреждён, или это не {kind}. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>The file is larger than {limit} bytes, so it was not fetched.</source>
            <translation>Файл больше {limit} байт, поэтому не скачан.</translation>
        </message>
        <message>
            <source>The file is nested too deeply. It was not read.</source>
            <translation>Вложенность файла слишком глубокая. Он не прочитан.</translation>
        </message>
        <message>
            <source>The file would be larger than {path} takes: the disk or the account there limits how large one file may be. Nothing of it was left. Choose another disk, or a smaller picture.</source>
            <translation>Файл вышел бы больше, чем принимает {path}: диск или учётная запись там ограничивает размер одного файла. От него ничего не осталось. Выберите другой диск или кадр поменьше.</translation>
        </message>
        <message>
            <source>The film and its captions would both be called {path}. Choose a name that ends in .mp4.</source>
            <translation>И фильм, и его титры назывались бы {path}. Выберите имя, которое кончается на .mp4.</translation>
        </message>
        <message>
            <source>The film cannot be played here. Comments work all the same.</source>
            <translation>Фильм здесь не воспроизводится. Комментарии работают и так.</translation>
        </message>
        <message>
            <source>The film had {before} frames a second when it was exported, and has {film} now. Nothing has changed.</source>
            <translation>При выводе в фильме было {before} кадров в секунду, а сейчас {film}. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>The film has a mistake in line {line}: {mistake}</source>
            <translation>В фильме ошибка, строка {line}: {mistake}</translation>
        </message>
        <message>
            <source>The film has no shots yet, so its captions have no place. Add a shot first.</source>
            <translation>В фильме пока нет шотов, поэтому титрам нет места. Сначала добавьте шот.</translation>
        </message>
        <message>
            <source>The film is open to look at only, because {holder} is working in it.</source>
            <translation>Фильм открыт только для просмотра: с ним работает {holder}.</translation>
        </message>
        <message>
            <source>The film names {path} as its script, which lies outside its folder. It is not read.</source>
            <translation>Фильм называет своим сценарием {path}, а он лежит вне его папки. Он не прочитан.</translation>
        </message>
        <message>
            <source>The film was changed since, so the cut would change something else. Look at it again.</source>
            <translation>Фильм с тех пор изменился, и монтаж изменил бы не то. Посмотрите ещё раз.</translation>
        </message>
        <message>
            <source>The film would be larger than {limit} MB, more than its file may be. Take a part of the script. Nothing was made.</source>
            <translation>Файл фильма стал бы больше {limit} МБ, столько нельзя. Возьмите часть сценария. Ничего не создано.</translation>
        </message>
        <message>
            <source>The film's budget cannot be read ({mistake}), so nothing is sent until that is put right.</source>
            <translation>Бюджет фильма не прочитать ({mistake}), поэтому ничего не отправляется, пока это не исправлено.</translation>
        </message>
        <message>
            <source>The folder {path} cannot be written: {reason}.</source>
            <translation>В папку {path} нельзя писать: {reason}.</translation>
        </message>
        <message>
            <source>The folder {path} is not there any more: it was moved or renamed, or its disk is away.</source>
            <translation>Папки {path} больше нет: её переместили или переименовали, или диск отключён.</translation>
        </message>
        <message>
            <source>The folder {path} is not there any more: it was moved or renamed, or its disk is away. Nothing is written or sent until it is back; your changes are still here.</source>
            <translation>Папки {path} больше нет: её переместили или переименовали, или диск отключён. Пока она не вернётся, ничего не записывается и не отправляется; ваши изменения всё ещё здесь.</translation>
        </message>
        <message>
            <source>The key could not be kept in {path}: {reason}.</source>
            <translation>Ключ не удалось сохранить в {path}: {reason}.</translation>
        </message>
        <message>
            <source>The key has reached the spending limit set for it at KIE ({text}). Nothing was charged; raise the limit at KIE, or wait until it counts anew, and continue.</source>
            <translation>Ключ дошёл до лимита расходов, заданного для него у KIE ({text}). Ничего не списано; поднимите лимит у KIE или дождитесь нового отсчёта и продолжите.</translation>
        </message>
        <message>
            <source>The media of that export lie in {path}. Leave the folder out, or choose that one.</source>
            <translation>Клипы этого вывода лежат в {path}. Не указывайте папку или выберите эту.</translation>
        </message>
        <message>
            <source>The model file {path} cannot be used: {reason}.</source>
            <translation>Файл модели {path} не годится: {reason}.</translation>
        </message>
        <message>
            <source>The name {path} is too long for this disk. Choose a shorter one.</source>
            <translation>Имя {path} слишком длинное для этого диска. Выберите покороче.</translation>
        </message>
        <message>
            <source>The picture {path} has not been uploaded yet. Nothing was sent; try again.</source>
            <translation>Картинка {path} ещё не отправлена на сервер. Запроса не было; попробуйте снова.</translation>
        </message>
        <message>
            <source>The picture {path} has {size} MB; the service takes {most} MB at most. Save it smaller, for example as a JPEG file.</source>
            <translation>Картинка {path} занимает {size} МБ; сервис принимает не больше {most} МБ. Сохраните её меньшего размера, например как JPEG.</translation>
        </message>
        <message>
            <source>The picture {path} is a WebP file, which the service does not take.</source>
            <translation>Картинка {path} — файл WebP, а сервис таких не берёт.</translation>
        </message>
        <message>
            <source>The picture {path} is damaged, or of a kind that cannot be sent. Choose a whole PNG, JPEG or WebP file.</source>
            <translation>Картинка {path} повреждена или такого вида, какой нельзя отправить. Выберите целый файл PNG, JPEG или WebP.</translation>
        </message>
        <message>
            <source>The picture {path} is not there any more. Look at the element again.</source>
            <translation>Картинки {path} больше нет на месте. Посмотрите на элемент ещё раз.</translation>
        </message>
        <message>
            <source>The picture {path} is not there.</source>
            <translation>Картинки {path} нет на месте.</translation>
        </message>
        <message>
            <source>The picture {path} is only named by the film and does not lie in the folder of {element}. Upload a copy of it to change it.</source>
            <translation>Картинка {path} только названа в фильме и не лежит в папке {element}. Чтобы изменить её, загрузите копию.</translation>
        </message>
        <message>
            <source>The picture {path} is too long and narrow ({width} by {height} pixels); one side may be {ratio} times the other at most.</source>
            <translation>Картинка {path} слишком вытянута ({width} на {height} пикселей): одна сторона может быть больше другой не более чем в {ratio} раза.</translation>
        </message>
        <message>
            <source>The picture {path} is {width} by {height} pixels; the service takes none below {least} by {least}. Choose a larger one.</source>
            <translation>Картинка {path} — {width} на {height} пикселей, а сервис не берёт меньше {least} на {least}. Выберите картинку побольше.</translation>
        </message>
        <message>
            <source>The picture {path} lies on its side and says so in a note inside.</source>
            <translation>Картинка {path} лежит на боку, и это сказано в пометке внутри файла.</translation>
        </message>
        <message>
            <source>The picture {path} lies outside the film's folder, so it is not uploaded without your leave. Copy it into the film's folder; or, if you trust this film, allow it when the window asks, or put --allow-outside before the command.</source>
            <translation>Картинка {path} лежит вне папки фильма, поэтому без вашего разрешения она не загружается. Скопируйте её в папку фильма; или, если доверяете фильму, разрешите, когда спросит окно, либо поставьте --allow-outside перед командой.</translation>
        </message>
        <message>
            <source>The pictures of {element} are still on their way to its new name.</source>
            <translation>Картинки {element} ещё переходят под новое имя.</translation>
        </message>
        <message>
            <source>The pictures of {element} could not be made: {reason}</source>
            <translation>Не удалось создать картинки элемента {element}: {reason}</translation>
        </message>
        <message>
            <source>The pictures stay as they are, since the disk does not take them: {reason}. Make room there, or look whether the folder may be written.</source>
            <translation>Картинки остались как были: диск их не принимает: {reason}. Освободите на нём место или посмотрите, можно ли писать в эту папку.</translation>
        </message>
        <message>
            <source>The practice service did not start: {reason}.</source>
            <translation>Сервис для тренировки не запустился: {reason}.</translation>
        </message>
        <message>
            <source>The proxy settings of this system cannot be used: {reason}. Set an HTTP proxy (HTTPS_PROXY), or none, and start again.</source>
            <translation>Настройки прокси этой системы нельзя использовать: {reason}. Задайте HTTP-прокси (HTTPS_PROXY) или уберите его и запустите снова.</translation>
        </message>
        <message>
            <source>The record of what was made could not be written.</source>
            <translation>Не удалось записать, что было сделано.</translation>
        </message>
        <message>
            <source>The record of what was made was lost or damaged. It was built anew from the receipts and notes beside the clips; what was there is kept in {folder}. Look whether your takes are all there. Nothing is paid for until you say so: in the queue, or by topa-studio rebuild.</source>
            <translation>Записи о сделанном потеряны или повреждены. Они восстановлены по квитанциям и заметкам рядом с клипами; прежнее сохранено в {folder}. Посмотрите, все ли дубли на месте. Ничего не оплачивается, пока вы не разрешите: в очереди или командой topa-studio rebuild.</translation>
        </message>
        <message>
            <source>The record of what was made, {path}, cannot be used: {reason}. If it is damaged, open the film to work on it, or use topa-studio rebuild: it is built anew from the receipts.</source>
            <translation>Записями о сделанном, {path}, нельзя пользоваться: {reason}. Если они повреждены, откройте фильм для работы или выполните topa-studio rebuild: они восстановятся по квитанциям.</translation>
        </message>
        <message>
            <source>The record of what was made, {path}, is damaged. Open the film to work on it, or use topa-studio rebuild: it is built anew from the receipts, and nothing is lost.</source>
            <translation>Записи о сделанном, {path}, повреждены. Откройте фильм для работы или выполните topa-studio rebuild: они восстановятся по квитанциям, ничего не потеряется.</translation>
        </message>
        <message>
            <source>The record of your last changes could not be used whole. It is kept as {path}.</source>
            <translation>Запись ваших последних изменений не удалось использовать целиком. Она сохранена как {path}.</translation>
        </message>
        <message>
            <source>The request was sent, but no clear answer came back ({reason}). KIE may be making it and may charge for it, so it was not sent again.</source>
            <translation>Запрос ушёл, но ясного ответа нет ({reason}). Возможно, KIE уже делает этот шот и возьмёт плату, поэтому запрос не повторён.</translation>
        </message>
        <message>
            <source>The script as it was imported, {path}, cannot be read: {reason}. Without it nobody can say what changed.</source>
            <translation>Сценарий, каким его взяли, {path}, не читается: {reason}. Без него не сказать, что изменилось.</translation>
        </message>
        <message>
            <source>The script cannot be kept beside the film: {reason}.</source>
            <translation>Сценарий нельзя сохранить рядом с фильмом: {reason}.</translation>
        </message>
        <message>
            <source>The service answered with error {status} {text}. Try again later.</source>
            <translation>Сервис ответил ошибкой {status} {text}. Попробуйте позже.</translation>
        </message>
        <message>
            <source>The service asks to wait a moment. The request stays in line.</source>
            <translation>Сервис просит подождать. Запрос остаётся в очереди.</translation>
        </message>
        <message>
            <source>The service asks to wait for {seconds} s.</source>
            <translation>Сервис просит подождать {seconds} с.</translation>
        </message>
        <message>
            <source>The service could not fetch a picture of this request ({text}). Nothing was charged; the pictures will be uploaded again.</source>
            <translation>Сервис не смог взять картинку этого запроса ({text}). Платы не было; картинки будут отправлены снова.</translation>
        </message>
        <message>
            <source>The service could not make it: {reason}. It took {credits} credits all the same.</source>
            <translation>Сервис не смог это сделать: {reason}. Он всё равно взял {credits} кредитов.</translation>
        </message>
        <message>
            <source>The service could not make it: {reason}. Nothing was charged.</source>
            <translation>Сервис не смог это сделать: {reason}. Платы не было.</translation>
        </message>
        <message>
            <source>The service could not make it: {reason}. What it took for that cannot be told, so it counts as {credits} credits.</source>
            <translation>Служба не смогла это сделать: {reason}. Сколько она за это взяла, понять нельзя, поэтому считается {credits} кредитов.</translation>
        </message>
        <message>
            <source>The service could not make it: {text}. Nothing was charged.</source>
            <translation>Сервис не смог это сделать: {text}. Платы не было.</translation>
        </message>
        <message>
            <source>The service did not accept the request: {text}. Nothing was charged.</source>
            <translation>Сервис не принял запрос: {text}. Платы не было.</translation>
        </message>
        <message>
            <source>The service does not draw this: {reason}. Nothing was charged. Your words are kept; change them, for the same words would be refused again.</source>
            <translation>Сервис это не рисует: {reason}. Ничего не списано. Ваш текст сохранён; измените его: тот же текст снова будет отклонён.</translation>
        </message>
        <message>
            <source>The service does not know this model or task ({text}).</source>
            <translation>Сервис не знает такой модели или задачи ({text}).</translation>
        </message>
        <message>
            <source>The service does not tell of this job any more (task {task_id}). It is asked on; its own page of logs may say more.</source>
            <translation>Служба больше не сообщает об этой работе (task {task_id}). Её спрашивают дальше; на её странице журналов может быть больше сведений.</translation>
        </message>
        <message>
            <source>The service does not tell what that task draws, so it cannot be proven that it is this one. Take it only if you are sure.</source>
            <translation>Сервис не сообщает, что рисует эта задача, поэтому нельзя доказать, что это она. Берите её, только если уверены.</translation>
        </message>
        <message>
            <source>The service is closed for repairs. Nothing was charged; try later.</source>
            <translation>Сервис закрыт на ремонт. Платы не было; попробуйте позже.</translation>
        </message>
        <message>
            <source>The service knows no task {task_id}. Look whether the whole id was copied.</source>
            <translation>Сервис не знает задачу {task_id}. Проверьте, весь ли номер скопирован.</translation>
        </message>
        <message>
            <source>The service refuses this program or network ({text}). Nothing was charged.</source>
            <translation>Сервис не пускает эту программу или сеть ({text}). Платы не было.</translation>
        </message>
        <message>
            <source>The service says again and again that it does not know task {task_id}, so it is asked no more. It may be of another account. It counts as charged.</source>
            <translation>Сервис раз за разом отвечает, что не знает задания {task_id}, поэтому его больше не спрашивают. Возможно, оно с другого счёта. Оно считается оплаченным.</translation>
        </message>
        <message>
            <source>The service says it is finished, but gives no file (task {task_id}). It counts as paid and is not sent again by itself. Look again later; that costs nothing.</source>
            <translation>Служба говорит, что готово, но файла не даёт (задача {task_id}). Запрос считается оплаченным и сам ещё раз не отправляется. Посмотрите ещё раз позже; это ничего не стоит.</translation>
        </message>
        <message>
            <source>The service says it is finished, but gives no file yet (task {task_id}). It is asked again for some minutes.</source>
            <translation>Служба говорит, что готово, но файла пока не даёт (задача {task_id}). Её спрашивают ещё несколько минут.</translation>
        </message>
        <message>
            <source>The settings file {path} cannot be read: {reason}.</source>
            <translation>Файл настроек {path} не читается: {reason}.</translation>
        </message>
        <message>
            <source>The settings of {film} put its results outside its own folder: {names}. Nothing was written there. If you trust this film, allow it when the window asks, or put --allow-outside before the command.</source>
            <translation>Настройки {film} кладут результаты вне его папки: {names}. Туда ничего не записано. Если доверяете фильму, разрешите, когда спросит окно, либо поставьте --allow-outside перед командой.</translation>
        </message>
        <message>
            <source>The shot has a mistake in line {line}: {mistake}</source>
            <translation>В шоте ошибка, строка {line}: {mistake}</translation>
        </message>
        <message>
            <source>The shot has {count} elements with pictures; {model} takes {most} at most.</source>
            <translation>В шоте элементов с картинками: {count}; {model} берёт не больше {most}.</translation>
        </message>
        <message>
            <source>The shot is a picture of your own; nothing is made for it.</source>
            <translation>Этот шот — ваша картинка; для него ничего не создаётся.</translation>
        </message>
        <message>
            <source>The shot is {seconds} s long; the model makes {least} to {most} s.</source>
            <translation>Шот длится {seconds} с; модель делает от {least} до {most} с.</translation>
        </message>
        <message>
            <source>The shots {other} and {key} differ in small and capital letters or accents only; some computers would keep them in the same file. Give this one another id or key.</source>
            <translation>Шоты {other} и {key} отличаются только регистром букв или значками над ними; на некоторых компьютерах они попали бы в один файл. Дайте этому шоту другой id или key.</translation>
        </message>
        <message>
            <source>The sound of clips is not in this format: {count} left out.</source>
            <translation>Звука клипов в этом формате нет, пропущено: {count}.</translation>
        </message>
        <message>
            <source>The system's keyring did not answer in {seconds} seconds. It may be locked: unlock it and try again, or keep the key in a file that only you can read (--where file).</source>
            <translation>Системное хранилище ключей не ответило за {seconds} с. Возможно, оно заперто: отоприте его и попробуйте снова или храните ключ в файле, который можете читать только вы (--where file).</translation>
        </message>
        <message>
            <source>The system's keyring refused ({reason}). Unlock it and try again, or keep the key in a file that only you can read (--where file).</source>
            <translation>Системное хранилище ключей отказало ({reason}). Отоприте его и попробуйте снова или храните ключ в файле, который можете читать только вы (--where file).</translation>
        </message>
        <message>
            <source>There are more than {most} clips in the file. It was not read.</source>
            <translation>Клипов в файле больше {most}. Он не прочитан.</translation>
        </message>
        <message>
            <source>There are no captions in {path}. Choose an SRT or WebVTT file, whose times are written like 00:00:01,000 --&gt; 00:00:02,500.</source>
            <translation>В файле {path} нет титров. Выберите файл SRT или WebVTT, где время записано так: 00:00:01,000 --&gt; 00:00:02,500.</translation>
        </message>
        <message>
            <source>There are no elements in {path}. Choose the file of another film.</source>
            <translation>В {path} нет элементов. Выберите файл другого фильма.</translation>
        </message>
        <message>
            <source>There are {count} timelines in the file. Export one alone from the editor.</source>
            <translation>Лент в файле: {count}. Выведите из программы монтажа одну.</translation>
        </message>
        <message>
            <source>There is more than one film in the folder {path}: {names}. Open one.</source>
            <translation>В папке {path} не один фильм: {names}. Откройте один из них.</translation>
        </message>
        <message>
            <source>There is no KIE key: run topa-studio key set, or set KIE_API_KEY. Practice mode needs none.</source>
            <translation>Нет ключа KIE: запустите topa-studio key set или задайте KIE_API_KEY. Для тренировки ключ не нужен.</translation>
        </message>
        <message>
            <source>There is no KIE key: run topa-studio key set, or set KIE_API_KEY. With --practice no key is needed.</source>
            <translation>Нет ключа KIE: запустите topa-studio key set или задайте KIE_API_KEY. С --practice ключ не нужен.</translation>
        </message>
        <message>
            <source>There is no column {column}. There are: {known}.</source>
            <translation>Столбца {column} нет. Есть: {known}.</translation>
        </message>
        <message>
            <source>There is no field {field} here. Did you mean {meant}?</source>
            <translation>Поля {field} здесь нет. Возможно, вы имели в виду {meant}?</translation>
        </message>
        <message>
            <source>There is no field {field} here. There is: {known}.</source>
            <translation>Поля {field} здесь нет. Есть: {known}.</translation>
        </message>
        <message>
            <source>There is no file at {path}. Put it back, or choose another; a take can be made again.</source>
            <translation>Файла {path} нет на месте. Верните его или выберите другой; дубль можно сделать заново.</translation>
        </message>
        <message>
            <source>There is no file {path}. Check its name, or make a new film.</source>
            <translation>Файла {path} нет. Проверьте имя или создайте новый фильм.</translation>
        </message>
        <message>
            <source>There is no film in the folder {path}.</source>
            <translation>В папке {path} нет фильма.</translation>
        </message>
        <message>
            <source>There is no key to try. Paste it after: topa-studio key set</source>
            <translation>Нет ключа для проверки. Вставьте его после команды: topa-studio key set</translation>
        </message>
        <message>
            <source>There is no key yet. Copy it on kie.ai and paste it into the field.</source>
            <translation>Ключа ещё нет. Скопируйте его на kie.ai и вставьте в поле.</translation>
        </message>
        <message>
            <source>There is no model {model} in the catalogue. Choose another model for this shot.</source>
            <translation>Модели {model} нет в каталоге. Выберите для шота другую.</translation>
        </message>
        <message>
            <source>There is no panel {number} of this shot.</source>
            <translation>У этого шота нет панели {number}.</translation>
        </message>
        <message>
            <source>There is no picture track in the file. Nothing has changed.</source>
            <translation>В файле нет дорожки с картинкой. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>There is no scene {scene} in this film. Its scenes: {known}.</source>
            <translation>Сцены {scene} в фильме нет. Есть сцены: {known}.</translation>
        </message>
        <message>
            <source>There is no settings file {path}.</source>
            <translation>Файла настроек {path} нет.</translation>
        </message>
        <message>
            <source>There is no shot to work on: {reason}.</source>
            <translation>Работать не с чем, шотов нет: {reason}.</translation>
        </message>
        <message>
            <source>There is no take {number} of this shot.</source>
            <translation>У этого шота нет дубля {number}.</translation>
        </message>
        <message>
            <source>There is no task id in what was pasted. It is a row of letters and digits that stands beside each task on {page}.</source>
            <translation>Во вставленном нет номера задачи. Это ряд букв и цифр рядом с каждой задачей на странице {page}.</translation>
        </message>
        <message>
            <source>There is no {target} in this film. There is: {known}.</source>
            <translation>В этом фильме нет {target}. Есть: {known}.</translation>
        </message>
        <message>
            <source>There is nothing in this script that could be a shot.</source>
            <translation>В этом сценарии нет ничего, что могло бы стать шотом.</translation>
        </message>
        <message>
            <source>These names are links out of the film's folder, so nothing is written or sent through them: {names}. Put real files and folders in their places.</source>
            <translation>Эти имена — ссылки за пределы папки фильма, поэтому через них ничего не записывается и не отправляется: {names}. Положите на их место настоящие файлы и папки.</translation>
        </message>
        <message>
            <source>This browser keeps nothing for this page: save the comments before you close it.</source>
            <translation>Этот браузер ничего не хранит для этой страницы: сохраните комментарии, прежде чем её закрыть.</translation>
        </message>
        <message>
            <source>This computer's PyAV cannot write a track of captions. Choose captions in the picture or in a file beside it.</source>
            <translation>PyAV на этом компьютере не умеет записывать дорожку титров. Выберите титры в кадре или в файле рядом.</translation>
        </message>
        <message>
            <source>This costs {cost} credits; the budget of {budget} a day has {left} left today. Raise it, or go on tomorrow.</source>
            <translation>Это стоит {cost} кр.; из дневного бюджета ({budget}) на сегодня осталось {left}. Увеличьте его или продолжите завтра.</translation>
        </message>
        <message>
            <source>This costs {cost} credits; the film's budget of {budget} has {left} left. Raise the budget of the film, or choose a lower quality or fewer seconds.</source>
            <translation>Это стоит {cost} кр.; в бюджете фильма ({budget}) осталось {left}. Увеличьте бюджет фильма либо выберите качество пониже или меньше секунд.</translation>
        </message>
        <message>
            <source>This costs {cost} credits; the {budget} credits given for this run have {left} left.</source>
            <translation>Это стоит {cost} кр.; из {budget} кредитов, отведённых на этот запуск, осталось {left}.</translation>
        </message>
        <message>
            <source>This could not be kept, as the disk is full. Make room on it, then do it again.</source>
            <translation>Это не удалось сохранить: диск полон. Освободите на нём место и повторите.</translation>
        </message>
        <message>
            <source>This film was not made of a script, so there is nothing to compare {path} with.</source>
            <translation>Этот фильм сделан не по сценарию, поэтому сравнить {path} не с чем.</translation>
        </message>
        <message>
            <source>This film was not made of a script. A new film can begin with one.</source>
            <translation>Этот фильм сделан не по сценарию. По сценарию можно начать новый фильм.</translation>
        </message>
        <message>
            <source>This format counts all clips at the film's rate: {count} have another one of their own.</source>
            <translation>В этом формате у всех клипов частота кадров фильма, а своя другая — у стольких: {count}.</translation>
        </message>
        <message>
            <source>This is XML, but no script of Final Draft.</source>
            <translation>Это XML, но не сценарий Final Draft.</translation>
        </message>
        <message>
            <source>This is not a KIE key: it holds blanks or letters a key cannot have. Copy it again.</source>
            <translation>Это не ключ KIE: в нём пробелы или буквы, которых в ключе не бывает. Скопируйте его снова.</translation>
        </message>
        <message>
            <source>This program knows no service called {provider}. Choose another model, or a version of the program that has it.</source>
            <translation>Программа не знает сервиса {provider}. Выберите другую модель или версию программы, в которой он есть.</translation>
        </message>
        <message>
            <source>This system has no keyring that keeps secrets. Keep the key in a file that only you can read (--where file), or set KIE_API_KEY.</source>
            <translation>В этой системе нет хранилища, которое бережёт секреты. Храните ключ в файле, который можете читать только вы (--where file), или задайте KIE_API_KEY.</translation>
        </message>
        <message>
            <source>This would be more than {limit} scenes or shots, which is no film. Take a part of it.</source>
            <translation>Вышло бы больше {limit} сцен или шотов, это уже не фильм. Возьмите часть.</translation>
        </message>
        <message>
            <source>This would cost {cost} credits now, and {shown} when you pressed, so it was not sent. Press again if you want it at the new price.</source>
            <translation>Сейчас это стоит {cost} кредитов, а при нажатии стоило {shown}, поэтому запрос не отправлен. Нажмите ещё раз, если согласны на новую цену.</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <source>To comment, open this page in a browser that runs scripts.</source>
            <translation>Чтобы оставить комментарий, откройте эту страницу в браузере, где работают скрипты.</translation>
        </message>
        <message>
            <source>What came was no clip or picture; it is fetched again.</source>
            <translation>Пришёл не клип и не картинка; загрузка повторится.</translation>
        </message>
        <message>
            <source>What do you think of this shot?</source>
            <translation>Что думаете об этом шоте?</translation>
        </message>
        <message>
            <source>What is spent today is not counted, as {path} cannot be used: {reason}. No budget for the day is set, so work goes on. Let the program write there before you set one.</source>
            <translation>Потраченное сегодня не считается: файл {path} нельзя использовать ({reason}). Бюджет на день не задан, поэтому работа продолжается. Прежде чем его задать, дайте программе писать в это место.</translation>
        </message>
        <message>
            <source>What the service tells of task {task_id} is about another request, so its result was not taken. It counts as paid and is not sent again by itself. Look again later; that costs nothing.</source>
            <translation>То, что служба сообщает о задаче {task_id}, относится к другому запросу, поэтому результат не взят. Запрос считается оплаченным и сам ещё раз не отправляется. Посмотрите ещё раз позже; это ничего не стоит.</translation>
        </message>
        <message>
            <source>What the service tells of task {task_id} is about another request. It is asked again for some minutes.</source>
            <translation>То, что служба сообщает о задаче {task_id}, относится к другому запросу. Её спрашивают ещё несколько минут.</translation>
        </message>
        <message>
            <source>What this costs is not known: its model and quality have no price here. It is sent only if you allow that.</source>
            <translation>Неизвестно, сколько это стоит: для этой модели и качества здесь нет цены. Отправляется, только если вы это разрешите.</translation>
        </message>
        <message>
            <source>What was deleted could not be kept in {path}: {reason}.</source>
            <translation>Удалённое не удалось сохранить в {path}: {reason}.</translation>
        </message>
        <message>
            <source>What was spent today cannot be counted, as {path} cannot be used: {reason}. While a budget for the day is set, nothing is sent.</source>
            <translation>Нельзя посчитать, сколько потрачено сегодня: файл {path} недоступен: {reason}. Пока задан дневной бюджет, ничего не отправляется.</translation>
        </message>
        <message>
            <source>What you decide about changes by another program cannot be written to {path}: {reason}. Until it can be, a restart asks again as if nothing was decided.</source>
            <translation>То, что вы решили об изменениях другой программы, нельзя записать в {path}: {reason}. Пока это так, после перезапуска вопрос задаётся снова, как будто ничего не решено.</translation>
        </message>
        <message>
            <source>What {verb} would change cannot be shown beforehand. Leave out --dry-run: what is undone can be done again, and the other way round.</source>
            <translation>Нельзя показать заранее, что изменит {verb}. Уберите --dry-run: отменённое можно повторить, а повторённое отменить.</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>Слова</translation>
        </message>
        <message>
            <source>Writing the film broke off ({reason}). Nothing of it was left; try again.</source>
            <translation>Запись фильма прервалась ({reason}). От неё ничего не осталось; попробуйте ещё раз.</translation>
        </message>
        <message>
            <source>Writing the film broke off. Nothing of it was left; try again.</source>
            <translation>Запись фильма прервалась. От неё ничего не осталось; попробуйте ещё раз.</translation>
        </message>
        <message>
            <source>You and another program both changed {what}. {kept} stands in the film now; both versions of the file are kept in {folder}.</source>
            <translation>Вы и другая программа изменили одно и то же: {what}. В фильме сейчас: {kept}; обе версии файла лежат в {folder}.</translation>
        </message>
        <message>
            <source>You and another program both changed {what}. {kept} stands in the film; the other one can still be chosen, and both versions of the file are kept in {folder}.</source>
            <translation>Вы и другая программа изменили одно и то же: {what}. Сейчас в фильме стоит: {kept}. Второй вариант ещё можно выбрать, обе версии файла хранятся в {folder}.</translation>
        </message>
        <message>
            <source>You left it, though it may have been charged: it counts as spent.</source>
            <translation>Вы оставили это, хотя оно могло быть оплачено: считается потраченным.</translation>
        </message>
        <message>
            <source>You left it; it was not charged.</source>
            <translation>Вы оставили это; оно не оплачено.</translation>
        </message>
        <message>
            <source>You left this one, and the service does not tell what that task draws, so nothing proves that it is yours. Nothing was changed.</source>
            <translation>Вы это оставили, а сервис не сообщает, что рисует эта задача, поэтому нет доказательства, что она ваша. Ничего не изменено.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ваше имя</translation>
        </message>
        <message>
            <source>a SOCKS proxy is set</source>
            <translation>задан прокси SOCKS</translation>
        </message>
        <message>
            <source>a backslash in double quotes means something else here; write \\ or use single quotes</source>
            <translation>обратная черта в двойных кавычках здесь значит другое; напишите \\ или возьмите одинарные кавычки</translation>
        </message>
        <message>
            <source>a colon is missing behind the name, as in: title: Morning</source>
            <translation>после имени нет двоеточия; нужно как в: title: Morning</translation>
        </message>
        <message>
            <source>a colon with a space inside the text; put the whole text in double quotes, or check the indent of this line</source>
            <translation>в тексте двоеточие с пробелом; возьмите весь текст в двойные кавычки или проверьте отступ строки</translation>
        </message>
        <message>
            <source>a line that begins with % is not allowed here; delete it</source>
            <translation>строка с % в начале здесь не годится; удалите её</translation>
        </message>
        <message>
            <source>a list cannot begin on this line; put the dash on the next line</source>
            <translation>список не может начинаться в этой строке; перенесите дефис на следующую</translation>
        </message>
        <message>
            <source>a list of settings</source>
            <translation>список настроек</translation>
        </message>
        <message>
            <source>a name before a colon must be plain text, not a list or a mapping</source>
            <translation>имя перед двоеточием должно быть простым текстом</translation>
        </message>
        <message>
            <source>a number above 0</source>
            <translation>число больше 0</translation>
        </message>
        <message>
            <source>a second document begins here (---); keep one in the file</source>
            <translation>здесь начинается второй документ (---); оставьте в файле один</translation>
        </message>
        <message>
            <source>a shot of {value} seconds cannot be split at {at}: each half must last {low} to {high} seconds</source>
            <translation>шот в {value} с нельзя разделить на {at} с: каждая половина должна длиться от {low} до {high} с</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>текст</translation>
        </message>
        <message>
            <source>a text cannot begin with {sign}; put the whole text in double quotes</source>
            <translation>текст не может начинаться с {sign}; возьмите его целиком в двойные кавычки</translation>
        </message>
        <message>
            <source>a web page came instead</source>
            <translation>вместо него пришла веб-страница</translation>
        </message>
        <message>
            <source>a {kind} of {seconds} s is too long here and lasts {most} s: at most half of the shorter of its two shots</source>
            <translation>переход {kind} на {seconds} с здесь слишком длинный и длится {most} с: не больше половины более короткого из двух шотов</translation>
        </message>
        <message>
            <source>an element in '{group}' has no name; add a line like: name: Topa</source>
            <translation>у элемента в «{group}» нет имени; добавьте строку, например: name: Topa</translation>
        </message>
        <message>
            <source>an end picture needs a start picture too</source>
            <translation>для последнего кадра нужен и первый</translation>
        </message>
        <message>
            <source>an invisible sign stands here ({character}); delete it</source>
            <translation>здесь невидимый знак ({character}); удалите его</translation>
        </message>
        <message>
            <source>another element is called {name} too; give this one its own name</source>
            <translation>имя {name} уже у другого элемента; дайте этому своё</translation>
        </message>
        <message>
            <source>another place of the file repeats this part (*{name}); write it out there first, in a text editor</source>
            <translation>другое место файла повторяет эту часть (*{name}); сначала выпишите её там в текстовом редакторе</translation>
        </message>
        <message>
            <source>another scene has the id {value} too; give this one its own</source>
            <translation>id {value} уже у другой сцены; дайте этой свой</translation>
        </message>
        <message>
            <source>another shot has the key {key} too; give this one its own</source>
            <translation>ключ {key} уже у другого шота; дайте этому свой</translation>
        </message>
        <message>
            <source>another shot of this scene has the id {value}; give this one its own</source>
            <translation>id {value} уже у другого шота этой сцены; дайте этому свой</translation>
        </message>
        <message>
            <source>at {{value}} s</source>
            <translation>на {{value}} с</translation>
        </message>
        <message>
            <source>copy either shots or scenes, not both at once</source>
            <translation>копируйте или шоты, или сцены, но не вместе</translation>
        </message>
        <message>
            <source>done</source>
            <translation>сделано</translation>
        </message>
        <message>
            <source>duration must be {low} to {high} seconds, not {value}</source>
            <translation>duration должно быть от {low} до {high} секунд, а не {value}</translation>
        </message>
        <message>
            <source>in a single shot of {seconds} seconds the model may cut by itself</source>
            <translation>в одном шоте на {seconds} секунд модель может сама сделать склейку</translation>
        </message>
        <message>
            <source>it is not a file but a folder, a device, a pipe or a socket</source>
            <translation>это не файл, а папка, устройство, канал или сокет</translation>
        </message>
        <message>
            <source>it is not a list of settings</source>
            <translation>это не список настроек</translation>
        </message>
        <message>
            <source>it named task {task_id}, which was made for something else</source>
            <translation>назван номер задания {task_id}, которое было сделано для другого</translation>
        </message>
        <message>
            <source>it offers no connection that is secure enough</source>
            <translation>достаточно защищённого соединения он не предлагает</translation>
        </message>
        <message>
            <source>it says nothing</source>
            <translation>она молчит</translation>
        </message>
        <message>
            <source>it takes no connection, or the network is down</source>
            <translation>он не принимает соединения, или нет сети</translation>
        </message>
        <message>
            <source>its address cannot be read</source>
            <translation>адрес прокси не удаётся прочесть</translation>
        </message>
        <message>
            <source>its certificate belongs to another address</source>
            <translation>его сертификат выдан для другого адреса</translation>
        </message>
        <message>
            <source>its certificate is not valid</source>
            <translation>его сертификат недействителен</translation>
        </message>
        <message>
            <source>its certificate is out of date, or the clock of this computer is wrong</source>
            <translation>его сертификат просрочен, или часы этого компьютера показывают неверное время</translation>
        </message>
        <message>
            <source>left out, it is no comment: number {place} in the file</source>
            <translation>пропущено, это не комментарий: номер {place} в файле</translation>
        </message>
        <message>
            <source>left out, the shot {shot} is not in the film: {text}</source>
            <translation>пропущено, шота {shot} нет в фильме: {text}</translation>
        </message>
        <message>
            <source>line {line}: {mistake}</source>
            <translation>строка {line}: {mistake}</translation>
        </message>
        <message>
            <source>mode must be {choices} for {model}, not {value}</source>
            <translation>для {model} mode должно быть {choices}, а не {value}</translation>
        </message>
        <message>
            <source>more than one camera move in one shot: {words}</source>
            <translation>больше одного движения камеры в шоте: {words}</translation>
        </message>
        <message>
            <source>more than three people without elements may blend into each other</source>
            <translation>больше трёх персонажей без элементов могут слиться друг с другом</translation>
        </message>
        <message>
            <source>more than {limit} levels stand inside each other here; write it flatter</source>
            <translation>здесь больше {limit} уровней вложения; сделайте проще</translation>
        </message>
        <message>
            <source>no answer in time</source>
            <translation>ответа не дождались</translation>
        </message>
        <message>
            <source>no camera or framing word, such as: wide shot, close-up, locked static frame</source>
            <translation>нет слова о камере или плане, например: wide shot, close-up, locked static frame</translation>
        </message>
        <message>
            <source>no reason given</source>
            <translation>причина не названа</translation>
        </message>
        <message>
            <source>only a shot and the next one of its scene can become one</source>
            <translation>соединить можно только шот и следующий шот той же сцены</translation>
        </message>
        <message>
            <source>p. {page}</source>
            <translation>с. {page}</translation>
        </message>
        <message>
            <source>say what you want to see instead of '{words}'</source>
            <translation>вместо «{words}» скажите, что вы хотите видеть</translation>
        </message>
        <message>
            <source>shots are pasted into a scene; choose one first</source>
            <translation>шоты вставляют в сцену; сначала выберите её</translation>
        </message>
        <message>
            <source>shots in brackets on one line cannot take this in; give each shot its own lines first</source>
            <translation>в шоты, записанные в скобках одной строкой, это не вставить; сначала дайте каждому свои строки</translation>
        </message>
        <message>
            <source>somebody speaks, but sound is off</source>
            <translation>кто-то говорит, а звук выключен</translation>
        </message>
        <message>
            <source>speech works in English, Chinese, Japanese, Korean and Spanish</source>
            <translation>речь получается на английском, китайском, японском, корейском и испанском</translation>
        </message>
        <message>
            <source>tags like {tag} are not allowed; put the text in double quotes</source>
            <translation>метки вроде {tag} не годятся; возьмите текст в двойные кавычки</translation>
        </message>
        <message>
            <source>the aliases (*) of this file grow too large; write them out</source>
            <translation>повторы (*) в этом файле слишком разрослись; напишите их целиком</translation>
        </message>
        <message>
            <source>the caption “{text}” begins at {start} s, but the shot lasts {seconds} s: it is not shown</source>
            <translation>титр «{text}» начинается на {start} с, а шот длится {seconds} с: он не показывается</translation>
        </message>
        <message>
            <source>the caption “{text}” ends at {end} s, not behind {start} s; it is seen for one frame</source>
            <translation>титр «{text}» кончается на {end} с, не позже {start} с; он виден один кадр</translation>
        </message>
        <message>
            <source>the connection broke off</source>
            <translation>соединение оборвалось</translation>
        </message>
        <message>
            <source>the description of {name} is long: {length} of {limit} characters are sent</source>
            <translation>описание {name} длинное: отправляется {length} из {limit} знаков</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>диск полон</translation>
        </message>
        <message>
            <source>the file has a mistake that must be corrected by hand first</source>
            <translation>в файле ошибка, которую сначала надо исправить руками</translation>
        </message>
        <message>
            <source>the file has a mistake that must be corrected by hand first: {reason}</source>
            <translation>в файле ошибка, которую сначала надо исправить руками: {reason}</translation>
        </message>
        <message>
            <source>the file is empty; a film needs at least: scenes: []</source>
            <translation>файл пуст; фильму нужно хотя бы: scenes: []</translation>
        </message>
        <message>
            <source>the file is laid out here in a way that only a text editor can change</source>
            <translation>файл записан здесь так, что изменить его может только текстовый редактор</translation>
        </message>
        <message>
            <source>the file is larger than {limit} MB, which is too much for a scenario</source>
            <translation>файл больше {limit} МБ, для сценария это слишком</translation>
        </message>
        <message>
            <source>the file is saved as UTF-16; save it as UTF-8 in your text editor</source>
            <translation>файл сохранён как UTF-16; сохраните его в редакторе как UTF-8</translation>
        </message>
        <message>
            <source>the file must begin with names like scenes: and elements:</source>
            <translation>файл должен начинаться с имён вроде scenes: и elements:</translation>
        </message>
        <message>
            <source>the film has no scenes yet</source>
            <translation>в фильме пока нет сцен</translation>
        </message>
        <message>
            <source>the film is closed</source>
            <translation>фильм закрыт</translation>
        </message>
        <message>
            <source>the framing ('{words}') comes late; it stands best at the start</source>
            <translation>план («{words}») назван поздно; лучше всего ему стоять в начале</translation>
        </message>
        <message>
            <source>the id '{value}' cannot be a file name: no / \ .. or invisible signs, and at most {limit} bytes</source>
            <translation>id «{value}» не годится для имени файла: без / \ .. и невидимых знаков, не длиннее {limit} байт</translation>
        </message>
        <message>
            <source>the id of a {what} must be a number or a word, not {value}</source>
            <translation>id ({what}) должно быть числом или словом, а не {value}</translation>
        </message>
        <message>
            <source>the key '{value}' cannot be a file name: no / \ .. or invisible signs, and at most {limit} bytes</source>
            <translation>ключ «{value}» не годится для имени файла: без / \ .. и невидимых знаков, не длиннее {limit} байт</translation>
        </message>
        <message>
            <source>the list that begins here is not closed with ]</source>
            <translation>список, который начинается здесь, не закрыт знаком ]</translation>
        </message>
        <message>
            <source>the mapping that begins here is not closed with }}</source>
            <translation>скобка, которая открыта здесь, не закрыта знаком }}</translation>
        </message>
        <message>
            <source>the name '{name}' cannot be a folder's name: no / \ .. or invisible signs, and at most {limit} bytes</source>
            <translation>имя «{name}» не годится для папки: без / \ .. и невидимых знаков, не длиннее {limit} байт</translation>
        </message>
        <message>
            <source>the network's proxy refused</source>
            <translation>прокси этой сети отказал</translation>
        </message>
        <message>
            <source>the network's proxy wants a name and a password</source>
            <translation>прокси этой сети требует имя и пароль</translation>
        </message>
        <message>
            <source>the prompt is close to the limit: {length} of {limit} characters</source>
            <translation>промпт почти у предела: {length} из {limit} знаков</translation>
        </message>
        <message>
            <source>the prompt is empty; say what happens in the shot</source>
            <translation>промпт пуст; скажите, что происходит в шоте</translation>
        </message>
        <message>
            <source>the prompt is long: {count} words; 60 are enough</source>
            <translation>промпт длинный, слов: {count}; хватает 60</translation>
        </message>
        <message>
            <source>the prompt is short: {count} words; say who does what, and where</source>
            <translation>промпт короткий, слов: {count}; скажите, кто что делает и где</translation>
        </message>
        <message>
            <source>the prompt is too long: {length} characters are sent, {limit} are allowed</source>
            <translation>промпт слишком длинный: отправляется {length} знаков, можно {limit}</translation>
        </message>
        <message>
            <source>the quote that begins here is never closed</source>
            <translation>кавычка, открытая здесь, нигде не закрыта</translation>
        </message>
        <message>
            <source>the record of the last changes is damaged</source>
            <translation>запись последних изменений повреждена</translation>
        </message>
        <message>
            <source>the shot before has the same framing ({words}); they may look like one</source>
            <translation>у предыдущего шота тот же план ({words}); они могут выглядеть как один</translation>
        </message>
        <message>
            <source>the start picture shows the scene already; {count} words are much for motion</source>
            <translation>первый кадр уже показывает сцену; слов для движения много: {count}</translation>
        </message>
        <message>
            <source>the two versions of the file are laid out in ways that cannot be brought together; choose one of them</source>
            <translation>две версии файла записаны так, что их нельзя соединить; выберите одну</translation>
        </message>
        <message>
            <source>there are signs here that are not UTF-8 text; save the file as UTF-8 in your text editor</source>
            <translation>здесь знаки не в UTF-8; сохраните файл в редакторе как UTF-8</translation>
        </message>
        <message>
            <source>there is a tab here; YAML wants spaces at the beginning of a line</source>
            <translation>здесь табуляция; в YAML строка начинается пробелами</translation>
        </message>
        <message>
            <source>there is an invisible character ({character}); delete it</source>
            <translation>здесь невидимый знак ({character}); удалите его</translation>
        </message>
        <message>
            <source>there is no element called {name}{hint}</source>
            <translation>элемента с именем {name} нет{hint}</translation>
        </message>
        <message>
            <source>there is no file {path}: a slate or silence stands for it</source>
            <translation>файла {path} нет: вместо него заглушка или тишина</translation>
        </message>
        <message>
            <source>there is no model called {value}{hint}</source>
            <translation>модели с именем {value} нет{hint}</translation>
        </message>
        <message>
            <source>this @ does not mention an element</source>
            <translation>это @ не упоминает элемента</translation>
        </message>
        <message>
            <source>this cannot be read as YAML; look for a missing quote or a wrong indent</source>
            <translation>это не читается как YAML; поищите незакрытую кавычку или неверный отступ</translation>
        </message>
        <message>
            <source>this change cannot be written without changing something else in the file; make it in a text editor</source>
            <translation>эту правку нельзя записать, не изменив в файле что-то ещё; сделайте её в текстовом редакторе</translation>
        </message>
        <message>
            <source>this line does not fit what stands above; check its indent, and the quotes before it</source>
            <translation>эта строка не подходит к тому, что выше; проверьте отступ и кавычки перед ней</translation>
        </message>
        <message>
            <source>this line stands under a list; begin it with a dash, or indent it</source>
            <translation>эта строка стоит под списком; начните её с дефиса или сдвиньте</translation>
        </message>
        <message>
            <source>this part is shared with another place of the file (*{name}); write it out in a text editor first</source>
            <translation>эта часть общая с другим местом файла (*{name}); сначала напишите её целиком в текстовом редакторе</translation>
        </message>
        <message>
            <source>this shot takes values from another place of the file (*{name}), and shots in brackets on one line cannot take it in like that; write the values out in it, or give each shot there its own lines, in a text editor</source>
            <translation>этот шот берёт значения из другого места файла (*{name}), а шоты в скобках в одной строке не могут принять его таким; впишите эти значения в него или дайте там каждому шоту свои строки, в текстовом редакторе</translation>
        </message>
        <message>
            <source>this text holds half a sign that cannot be saved; type it again</source>
            <translation>в тексте половина знака, её нельзя сохранить; наберите снова</translation>
        </message>
        <message>
            <source>this {what} has no id; add a line like: id: 1</source>
            <translation>здесь ({what}) нет id; добавьте строку, например: id: 1</translation>
        </message>
        <message>
            <source>together these shots last {value} seconds; one shot lasts {high} at most</source>
            <translation>вместе эти шоты длятся {value} с; один шот длится не больше {high} с</translation>
        </message>
        <message>
            <source>trim ends at {end} s, not behind {start} s; the end is not used</source>
            <translation>trim кончается на {end} с, не позже {start} с; конец не используется</translation>
        </message>
        <message>
            <source>two lines of speech in a row; name the speaker before each</source>
            <translation>две реплики подряд; назовите говорящего перед каждой</translation>
        </message>
        <message>
            <source>unknown name '{key}'; did you mean '{meant}'?</source>
            <translation>незнакомое имя «{key}»; может быть, «{meant}»?</translation>
        </message>
        <message>
            <source>what is heard stands best at the end, behind all that is seen</source>
            <translation>то, что слышно, лучше ставить в конец, после всего, что видно</translation>
        </message>
        <message>
            <source>what was copied is not a shot or a scene</source>
            <translation>скопировано не то: это не шот и не сцена</translation>
        </message>
        <message>
            <source>{count} elements are too many for one shot: {limit} at most</source>
            <translation>элементов для одного шота слишком много: {count}, можно не больше {limit}</translation>
        </message>
        <message>
            <source>{count} of what is in the trash could not be deleted, and stays there: {reason}</source>
            <translation>Часть корзины ({count}) не удалось удалить, она остаётся там: {reason}</translation>
        </message>
        <message>
            <source>{count} spoken words are too many for {seconds} seconds</source>
            <translation>произнесённых слов слишком много: {count} на {seconds} секунд</translation>
        </message>
        <message>
            <source>{doubt} Then add --sure.</source>
            <translation>{doubt} Тогда добавьте --sure.</translation>
        </message>
        <message>
            <source>{element} has a mistake in line {line}: {mistake}</source>
            <translation>В элементе {element} ошибка, строка {line}: {mistake}</translation>
        </message>
        <message>
            <source>{element} has one picture only, so it is sent twice. A second angle keeps its look better.</source>
            <translation>У {element} только одна картинка, она отправляется дважды. Второй ракурс лучше сохранит облик.</translation>
        </message>
        <message>
            <source>{element} has {count} pictures; {most} are the most that are sent. Remove one for another.</source>
            <translation>Картинок у {element}: {count}, а отправляется не больше {most}. Уберите одну ради другой.</translation>
        </message>
        <message>
            <source>{element}: of its pictures in order, these are not there: {files}. The others are used.</source>
            <translation>{element}: из картинок по порядку нет на месте: {files}. Берутся остальные.</translation>
        </message>
        <message>
            <source>{field} cannot be removed</source>
            <translation>{field} нельзя убрать</translation>
        </message>
        <message>
            <source>{field} cannot be {value}</source>
            <translation>{field} не может быть {value}</translation>
        </message>
        <message>
            <source>{field} is kept, but not used yet</source>
            <translation>{field} сохраняется, но пока не используется</translation>
        </message>
        <message>
            <source>{field} is too large: {value}</source>
            <translation>{field}: слишком много — {value}</translation>
        </message>
        <message>
            <source>{field} is too small: {value}</source>
            <translation>{field} слишком мало: {value}</translation>
        </message>
        <message>
            <source>{field} must be a list, as in [Topa, Valley], not {value}</source>
            <translation>{field} должно быть списком, как [Topa, Valley], а не {value}</translation>
        </message>
        <message>
            <source>{field} must be a number {range}, not {value}</source>
            <translation>{field}: нужно число {range}, а не {value}</translation>
        </message>
        <message>
            <source>{field} must be a number, not {value}</source>
            <translation>{field} должно быть числом, а не {value}</translation>
        </message>
        <message>
            <source>{field} must be a whole number {range}, not {value}</source>
            <translation>{field}: нужно целое число {range}, а не {value}</translation>
        </message>
        <message>
            <source>{field} must be a whole number, not {value}</source>
            <translation>{field} должно быть целым числом, а не {value}</translation>
        </message>
        <message>
            <source>{field} must be text, not {value}</source>
            <translation>{field} должно быть текстом, а не {value}</translation>
        </message>
        <message>
            <source>{field} must be true or false, not {value}</source>
            <translation>{field} должно быть true или false, а не {value}</translation>
        </message>
        <message>
            <source>{field} must be {choices}, not {value}</source>
            <translation>{field} должно быть {choices}, а не {value}</translation>
        </message>
        <message>
            <source>{field} must hold names with values, not {value}</source>
            <translation>{field} должно содержать имена со значениями, а не {value}</translation>
        </message>
        <message>
            <source>{files}: not in the trash any more, or another picture stands in its place by now, so it stays as it is.</source>
            <translation>{files}: в корзине этого больше нет или на его месте уже другая картинка, поэтому всё остаётся как есть.</translation>
        </message>
        <message>
            <source>{file} begins with the shot {shot}, which is not there: not heard</source>
            <translation>{file} начинается с шотом {shot}, а такого нет: файл не слышен</translation>
        </message>
        <message>
            <source>{file} ends at {end} s before it begins at {start} s</source>
            <translation>{file} кончается на {end} с, раньше своего начала на {start} с</translation>
        </message>
        <message>
            <source>{holder} (process {pid}) has the film open, in {path}. Edit it there, or close it first and then edit it here.</source>
            <translation>{holder} (процесс {pid}) держит фильм открытым, в {path}. Правьте его там или сначала закройте, а потом правьте здесь.</translation>
        </message>
        <message>
            <source>{holder} (process {pid}) is working in {path}. Close it first: two at once could pay twice.</source>
            <translation>В {path} работает {holder} (процесс {pid}). Сначала закройте его: двое сразу могут заплатить дважды.</translation>
        </message>
        <message>
            <source>{host} cannot be reached: {reason}. Nothing is sent and nothing is lost; it goes on by itself as soon as it answers.</source>
            <translation>{host} недоступен: {reason}. Ничего не отправляется и ничего не потеряно; работа продолжится сама, как только он ответит.</translation>
        </message>
        <message>
            <source>{host} could not be reached ({reason}). Check the network; it may be tried again.</source>
            <translation>{host} недоступен ({reason}). Проверьте сеть; можно попробовать снова.</translation>
        </message>
        <message>
            <source>{host} sends from one address to the next without end. Try again later.</source>
            <translation>{host} без конца пересылает с адреса на адрес. Попробуйте позже.</translation>
        </message>
        <message>
            <source>{id} is taken; choose another</source>
            <translation>{id} занято; выберите другое</translation>
        </message>
        <message>
            <source>{model} cannot make {value}; aspect_ratio must be {choices}</source>
            <translation>{model} не делает {value}; aspect_ratio должно быть {choices}</translation>
        </message>
        <message>
            <source>{model} does not take a start picture. Remove the picture or choose another model.</source>
            <translation>{model} не берёт первый кадр. Уберите картинку или выберите другую модель.</translation>
        </message>
        <message>
            <source>{model} does not take elements. Choose another model for this shot.</source>
            <translation>{model} не берёт элементы. Выберите для шота другую модель.</translation>
        </message>
        <message>
            <source>{model} does not take reference images. Choose another model of pictures.</source>
            <translation>{model} не берёт образцы. Выберите другую модель картинок.</translation>
        </message>
        <message>
            <source>{model} has no option '{key}', so it is not sent</source>
            <translation>У модели {model} нет параметра «{key}», он не отправляется</translation>
        </message>
        <message>
            <source>{model} has no quality {mode}. It has: {modes}.</source>
            <translation>У {model} нет качества {mode}. Есть: {modes}.</translation>
        </message>
        <message>
            <source>{model} makes no films in {ratio}. It makes: {ratios}.</source>
            <translation>{model} не снимает в формате {ratio}. Может: {ratios}.</translation>
        </message>
        <message>
            <source>{model} needs a start picture when elements are in the shot. Let it start from its panel, or choose another model.</source>
            <translation>{model} нужен первый кадр, когда в шоте есть элементы. Пусть шот начнётся со своей панели, или выберите другую модель.</translation>
        </message>
        <message>
            <source>{name} and {other} differ in small and capital letters only; some computers would keep their pictures in one folder; rename one of them</source>
            <translation>{name} и {other} отличаются только заглавными и строчными буквами; на некоторых компьютерах их картинки попали бы в одну папку; переименуйте один из них</translation>
        </message>
        <message>
            <source>{name} cannot be mentioned as @{name}; use letters, digits, - and _ only</source>
            <translation>{name} нельзя упомянуть как @{name}; годятся только буквы, цифры, - и _</translation>
        </message>
        <message>
            <source>{name} has no description; say how it looks</source>
            <translation>у {name} нет описания; скажите, как выглядит</translation>
        </message>
        <message>
            <source>{name} is needed by this shot, but the prompt does not mention @{name}</source>
            <translation>{name} нужен этому шоту, но в промпте нет @{name}</translation>
        </message>
        <message>
            <source>{name} is not in the scenario any more</source>
            <translation>{name} в сценарии больше нет</translation>
        </message>
        <message>
            <source>{name} is not in the trash any more.</source>
            <translation>В корзине больше нет: {name}.</translation>
        </message>
        <message>
            <source>{name} must hold names with values, as in: description: ...</source>
            <translation>{name} должно содержать имена со значениями, например: description: ...</translation>
        </message>
        <message>
            <source>{others} or {last}</source>
            <translation>{others} или {last}</translation>
        </message>
        <message>
            <source>{path} belongs to the film itself. Choose another name or folder.</source>
            <translation>{path} принадлежит самому фильму. Выберите другое имя или другую папку.</translation>
        </message>
        <message>
            <source>{path} cannot be read as sound: it is not heard.</source>
            <translation>{path} не читается как звук: его не слышно.</translation>
        </message>
        <message>
            <source>{path} cannot be read: it is damaged, or no picture, clip or sound that is known here. Choose another file; a take can be made again.</source>
            <translation>{path} не читается: файл повреждён или это не известные здесь картинка, клип или звук. Выберите другой файл; дубль можно сделать заново.</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}</source>
            <translation>{path} не читается: {reason}</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}.</source>
            <translation>{path} не читается: {reason}.</translation>
        </message>
        <message>
            <source>{path} cannot be read: {reason}. Choose another file.</source>
            <translation>Файл {path} не читается: {reason}. Выберите другой файл.</translation>
        </message>
        <message>
            <source>{path} changes while it is read. Wait until it is saved, then try again.</source>
            <translation>{path} меняется, пока его читают. Дождитесь, когда он сохранится, и попробуйте снова.</translation>
        </message>
        <message>
            <source>{path} could not be copied into the film's folder: {reason}.</source>
            <translation>Не удалось скопировать {path} в папку фильма: {reason}.</translation>
        </message>
        <message>
            <source>{path} could not be looked at, since the part of the program that opens files does not start ({reason}). The file stays where it is; start the program again.</source>
            <translation>{path} не удалось просмотреть: часть программы, которая открывает файлы, не запускается ({reason}). Файл остаётся на месте; запустите программу снова.</translation>
        </message>
        <message>
            <source>{path} could not be read while the film was written: it is not heard.</source>
            <translation>{path} не удалось прочитать, пока записывался фильм: его не слышно.</translation>
        </message>
        <message>
            <source>{path} could not be read: {reason}. Nothing has changed.</source>
            <translation>Не удалось прочесть {path}: {reason}. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>{path} could not be saved: {reason}. Your changes are still here.</source>
            <translation>{path} не сохранён: {reason}. Ваши правки на месте.</translation>
        </message>
        <message>
            <source>{path} could not be written. Look whether the disk is full.</source>
            <translation>{path} не записан. Посмотрите, не полон ли диск.</translation>
        </message>
        <message>
            <source>{path} could not be written: {reason}.</source>
            <translation>{path} не записан: {reason}.</translation>
        </message>
        <message>
            <source>{path} could not be written: {reason}. It is as it was.</source>
            <translation>Не удалось записать {path}: {reason}. Файл остался прежним.</translation>
        </message>
        <message>
            <source>{path} does not say how many credits may be spent a day, so nothing is sent. Write a line such as day: 500 into it, or delete the file for no limit.</source>
            <translation>В файле {path} не сказано, сколько кредитов можно тратить в день, поэтому ничего не отправляется. Напишите в нём строку вроде day: 500 или удалите файл, чтобы снять предел.</translation>
        </message>
        <message>
            <source>{path} does not say what is shown here, which is a mistake of this program. Nothing more is written until it does: take your last changes back with Undo. They are kept in {log}, and Trash and earlier versions has the film as it was.</source>
            <translation>Файл {path} говорит не то, что показано здесь; это ошибка самой программы. Больше ничего не записывается, пока это так: отмените последние изменения. Они хранятся в {log}, а прежний фильм — в «Корзина и прежние версии».</translation>
        </message>
        <message>
            <source>{path} has more than {limit} boards.</source>
            <translation>В {path} кадров больше {limit}.</translation>
        </message>
        <message>
            <source>{path} has more than {limit} lines, which is no script of a film. Nothing was made.</source>
            <translation>В {path} строк больше {limit}, это уже не сценарий фильма. Ничего не создано.</translation>
        </message>
        <message>
            <source>{path} holds comments on another film: “{title}” ({film}). Nothing has changed. To take them all the same, use --other-film.</source>
            <translation>В {path} комментарии к другому фильму: «{title}» ({film}). Ничего не изменилось. Чтобы всё равно взять их, добавьте --other-film.</translation>
        </message>
        <message>
            <source>{path} holds no cut. Choose an .otio, FCPXML, Final Cut Pro 7 XML or EDL file.</source>
            <translation>В {path} нет монтажа. Выберите файл .otio, FCPXML, Final Cut Pro 7 XML или EDL.</translation>
        </message>
        <message>
            <source>{path} holds no picture that could be shown. Choose another file.</source>
            <translation>В {path} нет картинки, которую можно показать. Выберите другой файл.</translation>
        </message>
        <message>
            <source>{path} holds no sound. Choose another file.</source>
            <translation>В файле {path} нет звука. Выберите другой файл.</translation>
        </message>
        <message>
            <source>{path} is a HEIC picture that cannot be read here. Save it as JPEG or PNG, and choose that one.</source>
            <translation>{path} — картинка HEIC, которую здесь не прочесть. Сохраните её как JPEG или PNG и выберите ту.</translation>
        </message>
        <message>
            <source>{path} is a film already, and opens as it is, with all that was made for it: topa-studio open {path}</source>
            <translation>{path} — уже фильм, он откроется как есть, со всем, что для него создано: topa-studio open {path}</translation>
        </message>
        <message>
            <source>{path} is a folder. Choose another name for the file.</source>
            <translation>{path} — папка. Выберите для файла другое имя.</translation>
        </message>
        <message>
            <source>{path} is a link to another place. Inside the folder of results nothing is written through links: put a real folder or file there</source>
            <translation>{path} — ссылка на другое место. Внутри папки результатов через ссылки ничего не записывается: положите туда настоящую папку или файл</translation>
        </message>
        <message>
            <source>{path} is being written right now. Wait for its end, or choose another name.</source>
            <translation>{path} как раз записывается. Дождитесь конца или выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} is broken, or no project of Storyboarder.</source>
            <translation>{path} испорчен, или это не проект Storyboarder.</translation>
        </message>
        <message>
            <source>{path} is damaged and is not used. It is kept beside the new one that will be written.</source>
            <translation>Файл {path} повреждён и не используется. Он сохранится рядом с новым, который будет записан.</translation>
        </message>
        <message>
            <source>{path} is damaged so badly that opening it broke off. It was not shown. Choose another file; a take can be made again.</source>
            <translation>{path} повреждён так сильно, что открыть его не удалось. Он не показан. Выберите другой файл; дубль можно сделать заново.</translation>
        </message>
        <message>
            <source>{path} is empty. Nothing has changed.</source>
            <translation>{path} пуст. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>{path} is larger than {limit} GB. A take is one shot: cut it out of the file first.</source>
            <translation>Файл {path} больше {limit} ГБ. Дубль — это один шот: сначала вырежьте его из файла.</translation>
        </message>
        <message>
            <source>{path} is larger than {limit} MB, more than any picture here may have. Choose another one.</source>
            <translation>{path} больше {limit} МБ — больше, чем здесь может быть картинка. Выберите другую.</translation>
        </message>
        <message>
            <source>{path} is larger than {limit} MB, which is no script of a film. Nothing was made.</source>
            <translation>{path} больше {limit} МБ, это уже не сценарий фильма. Ничего не создано.</translation>
        </message>
        <message>
            <source>{path} is missing or damaged, so nobody knows which files that export wrote. Choose another name.</source>
            <translation>{path} пропал или повреждён, поэтому неизвестно, какие файлы записал тот вывод. Выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} is no clip that can be shown here. Choose an MP4, MOV or WebM file.</source>
            <translation>{path} — не клип, который здесь можно показать. Выберите файл MP4, MOV или WebM.</translation>
        </message>
        <message>
            <source>{path} is no name of a file that can be written. Write a name such as {example} after -o.</source>
            <translation>{path} — не имя файла, который можно записать. Напишите после -o имя, например {example}.</translation>
        </message>
        <message>
            <source>{path} is no ordinary file but a link or a device, so nothing is written there. Choose another name.</source>
            <translation>{path} — не обычный файл, а ссылка или устройство, поэтому туда ничего не записывается. Выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} is no picture that can be used here. Choose a PNG, JPEG or WebP file.</source>
            <translation>{path} — не картинка, которую здесь можно использовать. Выберите файл PNG, JPEG или WebP.</translation>
        </message>
        <message>
            <source>{path} is no picture that the service takes: choose a PNG, JPEG or WebP file.</source>
            <translation>{path} — не такая картинка, какие берёт сервис: выберите файл PNG, JPEG или WebP.</translation>
        </message>
        <message>
            <source>{path} is no text. A script is Fountain, Final Draft (.fdx), Markdown or plain text: save it as one of these.</source>
            <translation>{path} — не текст. Сценарий — это Fountain, Final Draft (.fdx), Markdown или простой текст: сохраните его в одном из этих видов.</translation>
        </message>
        <message>
            <source>{path} is not there: it is not heard.</source>
            <translation>{path} нет на месте: его не слышно.</translation>
        </message>
        <message>
            <source>{path} is of another film. Nothing has changed.</source>
            <translation>{path} — от другого фильма. Ничего не изменилось.</translation>
        </message>
        <message>
            <source>{path} is there already, and its name does not end in {ending}, so it is not replaced. Choose another name.</source>
            <translation>{path} уже есть, и его имя не кончается на {ending}, поэтому файл не заменяется. Выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} is there already, and nothing is written over. Name a folder that is not there.</source>
            <translation>{path} уже есть, а поверх ничего не пишется. Назовите папку, которой ещё нет.</translation>
        </message>
        <message>
            <source>{path} is there already. Choose another name, or have that export updated.</source>
            <translation>{path} уже есть. Выберите другое имя или обновите тот вывод.</translation>
        </message>
        <message>
            <source>{path} is there already. Choose another name, or replace it with --replace.</source>
            <translation>{path} уже есть. Выберите другое имя или замените файл: --replace.</translation>
        </message>
        <message>
            <source>{path} is there already. Choose another name, or update that export with --update.</source>
            <translation>{path} уже есть. Выберите другое имя или обновите тот вывод: --update.</translation>
        </message>
        <message>
            <source>{path} is there already. Choose another name.</source>
            <translation>{path} уже есть. Выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} is written, but these could not be read meanwhile, so a slate or silence stands for them: {files}</source>
            <translation>{path} записан, но эти файлы не удалось прочитать, вместо них заглушка или тишина: {files}</translation>
        </message>
        <message>
            <source>{path} is written.</source>
            <translation>{path} записан.</translation>
        </message>
        <message>
            <source>{path} lasts {seconds} seconds; a voice sample has {least} to {most}. Choose another one.</source>
            <translation>{path} длится {seconds} с, а образец голоса — от {least} до {most}. Выберите другой.</translation>
        </message>
        <message>
            <source>{path} leads out of the film and is not opened</source>
            <translation>{path} ведёт за пределы фильма и не открывается</translation>
        </message>
        <message>
            <source>{path} leads out of the film, so it is not opened.</source>
            <translation>{path} ведёт за пределы фильма, поэтому не открывается.</translation>
        </message>
        <message>
            <source>{path} leads out of the film: it is not heard.</source>
            <translation>{path} ведёт за пределы фильма: его не слышно.</translation>
        </message>
        <message>
            <source>{path} lies where nothing can be written</source>
            <translation>{path} лежит там, куда нельзя писать</translation>
        </message>
        <message>
            <source>{path} says it is {width} by {height} pixels, more than any picture here may have. It was not opened; choose another file.</source>
            <translation>{path} заявляет размер {width} на {height} точек, больше, чем здесь может иметь картинка. Он не открыт; выберите другой файл.</translation>
        </message>
        <message>
            <source>{path} was changed by another program and cannot be read now (line {line}: {reason}). The last good film is shown, and nothing is saved until the file is good again.</source>
            <translation>{path} изменён другой программой и сейчас не читается (строка {line}: {reason}). Показан последний хороший фильм, и ничего не сохраняется, пока файл не исправят.</translation>
        </message>
        <message>
            <source>{path} was changed by another program, so it was not saved over. Save a copy of your version, then open the film again.</source>
            <translation>{path} изменён другой программой, поверх него не сохранено. Сохраните копию своей версии и откройте фильм снова.</translation>
        </message>
        <message>
            <source>{path} was changed since it was exported, so it is not written over. Bring it back with conform first, or choose another name.</source>
            <translation>{path} изменён после вывода, поэтому поверх него не пишется. Сначала верните его командой conform или выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} was changed since it was exported, so it is not written over. Bring that cut back first, or choose another name.</source>
            <translation>{path} изменён после вывода, поэтому не перезаписан. Сначала верните этот монтаж в фильм или выберите другое имя.</translation>
        </message>
        <message>
            <source>{path} was deleted or moved by another program. Your film is still here, and your next change writes the file again.</source>
            <translation>{path} удалён или перемещён другой программой. Ваш фильм здесь, и следующая правка запишет файл снова.</translation>
        </message>
        <message>
            <source>{path} was not saved: its text would not say what is shown here, which is a mistake of this program. The file is as it was. Take your last change back with Undo; the text is kept in {log}.</source>
            <translation>Файл {path} не сохранён: его текст говорил бы не то, что показано здесь; это ошибка самой программы. Файл остался прежним. Отмените последнее изменение; текст хранится в {log}.</translation>
        </message>
        <message>
            <source>{path} was written by a newer Topa Studio. Please update this one.</source>
            <translation>{path} записан более новой Topa Studio. Обновите эту.</translation>
        </message>
        <message>
            <source>{path} would keep its clips in {folder}, and there lie those of {other}. Two films never share a folder: give one of the two files another name, then open it again.</source>
            <translation>{path} хранил бы свои клипы в {folder}, а там лежат клипы фильма {other}. Два фильма не делят одну папку: дайте одному из двух файлов другое имя и откройте его снова.</translation>
        </message>
        <message>
            <source>{path} would send your KIE key to {host}, which is not KIE. Nothing was sent. Take base_url and upload_url out of that file; or, if you trust that address, name the file yourself: topa-studio -c {path}</source>
            <translation>{path} отправил бы ваш ключ KIE на {host}, а это не KIE. Ничего не отправлено. Уберите из файла base_url и upload_url или, если доверяете этому адресу, назовите файл сами: topa-studio -c {path}</translation>
        </message>
        <message>
            <source>{path}: there is no setting {setting}. Did you mean {meant}?</source>
            <translation>{path}: настройки {setting} нет. Может быть, {meant}?</translation>
        </message>
        <message>
            <source>{path}: {setting} is not read, so it limits nothing, and nothing is sent while it stands there. A film's budget is budget_credits in global_config of the film's file; a day's is set with topa-studio budget --day.</source>
            <translation>{path}: {setting} не читается и поэтому ничего не ограничивает; пока эта строка там стоит, ничего не отправляется. Бюджет фильма — это budget_credits в global_config файла фильма; бюджет на день задаётся командой topa-studio budget --day.</translation>
        </message>
        <message>
            <source>{path}: {setting} is {found!r}, but must be {wanted}.</source>
            <translation>{path}: {setting} — это {found!r}, а должно быть {wanted}.</translation>
        </message>
        <message>
            <source>{problem}. Nothing was changed.</source>
            <translation>{problem}. Ничего не изменено.</translation>
        </message>
        <message>
            <source>{rate} frames a second cannot be written in this format. Choose OpenTimelineIO or FCPXML.</source>
            <translation>{rate} кадров в секунду в этом формате не записать. Выберите OpenTimelineIO или FCPXML.</translation>
        </message>
        <message>
            <source>{reason}. Let the program write there to empty it.</source>
            <translation>{reason}. Разрешите программе писать туда, чтобы очистить её.</translation>
        </message>
        <message>
            <source>{sent} are with the service already. It may still finish them and charge for them, so they are collected when they are done.</source>
            <translation>Уже у сервиса: {sent}. Он может закончить их и списать за них кредиты, поэтому готовое будет получено.</translation>
        </message>
        <message>
            <source>{target} cannot be moved beside or into itself.</source>
            <translation>{target} нельзя переместить рядом с собой или в себя.</translation>
        </message>
        <message>
            <source>{target} is no scene. A scene is its id, as in 2.</source>
            <translation>{target} — не сцена. Сцена — это её номер, например 2.</translation>
        </message>
        <message>
            <source>{target} is no shot. A shot is its scene and its own id, as in 2/3.</source>
            <translation>{target} — не шот. Шот — это сцена и его номер, например 2/3.</translation>
        </message>
        <message>
            <source>{value} does not make {kind}; choose another model</source>
            <translation>{value} не делает {kind}; выберите другую модель</translation>
        </message>
        <message>
            <source>{value} s</source>
            <translation>{value} с</translation>
        </message>
        <message>
            <source>{what} changed in {path} by another program, and put together with your own changes. Undo takes it back.</source>
            <translation>{path} изменён другой программой ({what}) и соединён с вашими правками. Отмена вернёт, как было.</translation>
        </message>
        <message>
            <source>{what} changed in {path} by another program, and shown here. Undo takes it back.</source>
            <translation>{path} изменён другой программой ({what}), изменения показаны здесь. Отмена вернёт, как было.</translation>
        </message>
        <message>
            <source>{word} has no jobs. Name a shot (2/3) or an element (@Topa).</source>
            <translation>У {word} нет заданий. Назовите шот (2/3) или элемент (@Topa).</translation>
        </message>
        <message>
            <source>{{value}} was saved. Send it to whoever gave you this page.</source>
            <translation>Сохранено: {{value}}. Отправьте файл тому, кто дал вам эту страницу.</translation>
        </message>
    </context>
    <context>
        <name>SecondsField</name>
        <message>
            <source>One second less</source>
            <translation>На секунду меньше</translation>
        </message>
        <message>
            <source>One second more</source>
            <translation>На секунду больше</translation>
        </message>
    </context>
</TS>
