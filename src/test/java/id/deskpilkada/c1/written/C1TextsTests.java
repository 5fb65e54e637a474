package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1RulesFixture.PILKADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class C1TextsTests {

    private static final List<String> BUNDLES = List.of("/messages/c1.properties", "/messages/c1_en.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts(BUNDLES.get(0)).keySet())
                .containsExactlyInAnyOrderElementsOf(texts(BUNDLES.get(1)).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/c1.properties", "/messages/c1_en.properties"})
    void everyRuleSaysWhatItFoundToWhoeverReadsIt(String bundle) throws IOException {
        var texts = texts(bundle);
        for (var form : List.of(C1DataFixture.clean(), C1Data.blank(), everythingWrong())) {
            for (var facts : List.of(PILKADA, PILKADA.photoUsedElsewhere(), PILKADA.photos(1, 2))) {
                for (var result : facts.evaluate(form)) {
                    assertThat(texts).containsKey("c1.rule." + result.code() + ".name");
                    for (var text : shown(result)) {
                        assertReadable(texts, "c1.rule." + result.code() + "." + text, result.arguments());
                    }
                }
            }
        }
    }

    @Test
    void theFixtureLeavesNoErrorRuleUnread() {
        assertThat(C1RulesFixture.codes(PILKADA.evaluate(everythingWrong()), RuleResult.Result.FAILED))
                .contains("E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "W1", "W2", "W5", "W8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/messages/c1.properties", "/messages/c1_en.properties"})
    void everyFieldHasItsPrintedNameUnderBothLaws(String bundle) throws IOException {
        var texts = texts(bundle);
        for (var law : C1Facts.Law.values()) {
            for (var path : C1Data.fieldPaths(List.of(1, 2))) {
                assertReadable(texts, C1Fields.labelKey(path, law), List.of(1));
            }
        }
        assertThat(texts.getProperty("c1.field.voters.movedIn.male.PILKADA")).contains("DPPh");
        assertThat(texts.getProperty("c1.field.voters.unlisted.total.PILKADA")).contains("DPTb");
        assertThat(texts.getProperty("c1.field.voters.movedIn.male.PEMILU")).contains("DPTb");
        assertThat(texts.getProperty("c1.field.voters.unlisted.total.PEMILU")).contains("DPK");
    }

    @Test
    void noTextAccusesOrClaimsMoreThanADeskMay() throws IOException {
        for (var bundle : BUNDLES) {
            assertThat(texts(bundle).values()).allSatisfy(text -> assertThat(((String) text).toLowerCase(Locale.ROOT))
                    .doesNotContain(
                            "kecurangan",
                            "kejanggalan",
                            "resmi",
                            "ditahan",
                            "fraud",
                            "irregular",
                            "manipula",
                            "salah anda",
                            "'"));
        }
    }

    @Test
    void whoeverCopiedIsToldThatNothingNeedsToAddUp() throws IOException {
        var texts = texts(BUNDLES.get(0));
        texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("c1.rule.E") && key.endsWith(".reporter"))
                .forEach(key -> assertThat(texts.getProperty(key))
                        .contains("sekali lagi")
                        .contains("jumlahnya tidak harus cocok"));
    }

    /** The bundles of all modules are one: the first text of a code hides every other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT_A_NUMBER",
                "NOT_A_WHOLE_NUMBER",
                "NEGATIVE",
                "TOO_LARGE",
                "UNKNOWN_FIELD",
                "UNKNOWN_BALLOT_NUMBER",
                "UNKNOWN_VALUE",
                "WRONG_TYPE",
                "MALFORMED"
            })
    void everyRefusalHasOneTextPerLanguage(String code) throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            var having = new ArrayList<String>();
            for (var file : files.toList()) {
                if (texts("/messages/" + file.getFileName()).containsKey("problem." + code)) {
                    having.add(file.getFileName().toString());
                }
            }
            assertThat(having).hasSize(2);
            assertThat(having)
                    .filteredOn(name -> name.endsWith("_en.properties"))
                    .hasSize(1);
        }
    }

    private static List<String> shown(RuleResult result) {
        return switch (result.result()) {
            case PASSED -> List.of("name");
            case FAILED -> List.of("reporter", "verifier");
            case NOT_CHECKABLE -> List.of("not_checkable");
        };
    }

    private static void assertReadable(Properties texts, String key, List<Object> arguments) {
        assertThat(texts.stringPropertyNames()).contains(key);
        var text = new MessageFormat(texts.getProperty(key), Locale.forLanguageTag("id")).format(arguments.toArray());
        assertThat(text)
                .as(key)
                .isNotBlank()
                .doesNotContain("{", "}", "null", ": .", ": )", "[]")
                .doesNotEndWith("=");
    }

    private static C1Data everythingWrong() {
        return C1DataFixture.cleanWith(
                "dpt.male", 1,
                "dpt.total", 5000,
                "voters.listed.total", 7,
                "voters.total.total", 0,
                "ballots.received", 100,
                "ballots.used", 120188,
                "votes.1", 0,
                "totalVotes", 91);
    }

    private static Properties texts(String bundle) throws IOException {
        var texts = new Properties();
        var stream = Objects.requireNonNull(C1TextsTests.class.getResourceAsStream(bundle));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
