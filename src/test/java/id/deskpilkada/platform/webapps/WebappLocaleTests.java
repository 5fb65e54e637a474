package id.deskpilkada.platform.webapps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our Indonesian texts of the Camunda webapps against the English ones of the version on the class path. */
class WebappLocaleTests {

    /** English appends these to a noun; Indonesian nouns have no plural ending. */
    private static final Set<String> PLURAL_ENDINGS = Set.of(
            "labels.PLGN_BATCH_S", "labels.PLGN_MIG_S", "labels.PLGN_MOD_DIALOG_S", "labels.PLGN_MOD_RESTART_DIALOG_S");

    private static final String DISCLAIMER = "Data cepat, BUKAN hasil resmi. Acuan tetap hasil KPU.";

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void indonesianHasExactlyTheKeysOfEnglish(String app) throws IOException {
        assertThat(LocaleFile.read(app, "id").texts().keySet())
                .containsExactlyElementsOf(LocaleFile.read(app, "en").texts().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void indonesianKeepsEveryPlaceholder(String app) throws IOException {
        assertThat(placeholderDifferences(LocaleFile.read(app, "en"), LocaleFile.read(app, "id")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void noTextIsLeftBlank(String app) throws IOException {
        var english = LocaleFile.read(app, "en");
        var indonesian = LocaleFile.read(app, "id");

        assertThat(english.texts().keySet())
                .filteredOn(key -> indonesian.isBlank(key) && !english.isBlank(key))
                .isSubsetOf(PLURAL_ENDINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void theBarOnTopSaysThatTheDataAreUnofficial(String app) throws IOException {
        assertThat(LocaleFile.read(app, "id").texts()).containsEntry("labels.BANNER_CE_EOL_TEXT", DISCLAIMER);
    }

    @Test
    void aLostPlaceholderIsFound() throws IOException {
        var english = LocaleFile.parse("\uFEFF{\"labels\": {\"A\": \"{{n}} of %d\", \"B\": \"{} left\"}}");
        var indonesian = LocaleFile.parse("{\"labels\": {\"A\": \"%d, yaitu {{n}}\", \"B\": \"sisa\"}}");

        assertThat(placeholderDifferences(english, indonesian)).containsOnlyKeys("labels.B");
    }

    private static SortedMap<String, List<String>> placeholderDifferences(LocaleFile english, LocaleFile indonesian) {
        SortedMap<String, List<String>> differences = new TreeMap<>();
        for (String key : english.texts().keySet()) {
            if (!english.placeholders(key).equals(indonesian.placeholders(key))) {
                differences.put(key, indonesian.placeholders(key));
            }
        }
        return differences;
    }
}
