package id.deskpilkada.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.deskpilkada.platform.Problem;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules();

    @Test
    void shortOnesAreRefused() {
        assertRefused("qX7-mbv").satisfies(code("SHORT_PASSWORD"));
        assertTaken("qX7-mbvé");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "1234567890",
                "password",
                "Password1",
                "p@ssw0rd",
                "qwertyuiop",
                "iloveyou",
                "football1",
                "sunshine",
                "trustno1",
                "abcd1234",
                "11111111",
                "asdfghjkl",
                "letmein123"
            })
    void commonOnesAreRefused(String password) {
        assertRefused(password).satisfies(code("GUESSABLE_PASSWORD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pilkada2026",
                "deskpilkada",
                "Bawaslu123",
                "kpukpukpu",
                "Pemilu2024!",
                "indonesia45",
                "merdeka1945",
                "rahasia123",
                "bismillah1",
                "katasandi",
                "camatcamat",
                "Serang2026"
            })
    void wordsOfThisPlaceAreRefused(String password) {
        assertRefused(password).satisfies(code("GUESSABLE_PASSWORD"));
    }

    @Test
    void theUserNameIsNoPassword() {
        assertRefused("SITIBAROS-2026").satisfies(code("PASSWORD_HOLDS_USERNAME"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kopi pagi hujan",
                "mangga batu sepeda",
                "907351846250",
                "ﺱﻼﻣ ﻋﻠﻴﻜﻢ ﻳﺎ ﺻﺪﻳﻘﻲ",
                "🥭🪨🚲🌧️☕🦎🪁",
                "  dua spasi di depan"
            })
    void anyCharactersServe(String password) {
        assertTaken(password);
    }

    @Test
    void longOnesAreFine() {
        assertTaken("kapal ".repeat(10) + "di teluk banten sebelum subuh tiba");
        assertTaken("ab-7 ".repeat(40).strip());
        assertRefused("ab-7 ".repeat(41)).satisfies(code("LONG_PASSWORD"));
    }

    @Test
    void passwordsAreKeptByArgon2AtItsFullCost() {
        var cost =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("desk.passwords", Passwords.Cost.class);

        assertThat(new Passwords(cost).hash("kopi pagi hujan")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private void assertTaken(String password) {
        assertThatCode(() -> rules.refuseWeak("sitibaros", password)).doesNotThrowAnyException();
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String password) {
        return assertThatCode(() -> rules.refuseWeak("sitibaros", password)).isInstanceOf(Problem.class);
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return refusal -> assertThat(((Problem) refusal).errors())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
