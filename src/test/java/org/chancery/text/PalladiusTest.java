package org.chancery.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PalladiusTest {
    /** Russian and Ukrainian spell the same syllables each in their own letters. */
    @ParameterizedTest
    @CsvSource({"Xi Jinping, Си Цзиньпин, Сі Цзіньпін", "Li Qiang, Ли Цян, Лі Цян", "Wang Yi, Ван И, Ван І", "Deng Xiaoping, Дэн Сяопин, Ден Сяопін",
        "Zhou Enlai, Чжоу Эньлай, Чжоу Еньлай", "Mao Zedong, Мао Цзэдун, Мао Цзедун", "Hu Jintao, Ху Цзиньтао, Ху Цзіньтао",
        "Jiang Zemin, Цзян Цзэминь, Цзян Цземінь", "Wen Jiabao, Вэнь Цзябао, Вень Цзябао", "Zhu Rongji, Чжу Жунцзи, Чжу Жунцзі",
        "Qin Gang, Цинь Ган, Цінь Ган", "Song Tao, Сун Тао, Сун Тао", "Liu Jianchao, Лю Цзяньчао, Лю Цзяньчао", "Yang Jiechi, Ян Цзечи, Ян Цзечі",
        "Zhao Leji, Чжао Лэцзи, Чжао Лецзі", "Hua Chunying, Хуа Чуньин, Хуа Чуньїн", "Lu Xun, Лу Сюнь, Лу Сюнь"})
    void name_shouldSoundAsItIsSpeltInCyrillic(String pinyin, String russian, String ukrainian) {
        String sound = Palladius.of(pinyin.toLowerCase()).map(Sound::of).orElse("");

        assertThat(sounds(russian, "ru")).as(russian).contains(sound);
        assertThat(sounds(ukrainian, "uk")).as(ukrainian).contains(sound);
    }

    private static Iterable<String> sounds(String name, String lang) {
        return NameKeys.of(name, lang).stream().filter(key -> key.method().equals(NameKeys.SOUND)).map(NameKeys.Key::key).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Volodymyr Zelensky", "Emmanuel Macron", "Shigeru Ishiba", "Shinzo Abe", "Kim Jong Un", "Mali", "Xi", "Anna Liu Peng Wang", ""})
    void other_shouldHaveNoSuchSpelling(String name) {
        assertThat(Palladius.of(name.toLowerCase())).isEmpty();
    }
}
