package id.deskpilkada.c1.written;

import static id.deskpilkada.c1.written.C1RulesFixture.codes;
import static id.deskpilkada.c1.written.C1RulesFixture.rule;
import static id.deskpilkada.c1.written.RuleResult.Result.FAILED;
import static id.deskpilkada.c1.written.RuleResult.Result.NOT_CHECKABLE;
import static id.deskpilkada.c1.written.RuleResult.Result.PASSED;
import static id.deskpilkada.c1.written.SharedForms.PEMILU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The thousand forms published first for West Jakarta, and one form read by eye from its photos. */
class RealFormsTests {

    private static final String THOUSAND = "pemilu2024/ppwp_jakbar_sirekap_1000.csv";
    private static final String BY_EYE = "c1_images/ppwp2024_8271021022008_transcription.json";

    @Test
    void everyEmptyFormIsHeldAndFailsNoError() throws IOException {
        var empty = forms("EMPTY");
        assertThat(empty).hasSize(421).allSatisfy(form -> {
            var results = PEMILU.evaluate(form);
            assertThat(C1Rules.holds(results)).isTrue();
            assertThat(C1Rules.anyErrorFailed(results)).isFalse();
        });
    }

    @Test
    void noCleanFormFailsAnErrorRuleOrIsHeld() throws IOException {
        assertThat(forms("")).hasSize(270).allSatisfy(form -> {
            var results = PEMILU.evaluate(form);
            assertThat(codes(results, FAILED)).noneMatch(code -> code.startsWith("E"));
            assertThat(rule("E6", results).result()).isEqualTo(PASSED);
            assertThat(rule("E7", results).result()).isEqualTo(PASSED);
            assertThat(C1Rules.holds(results)).isFalse();
        });
    }

    @Test
    void wrongSumsAreFoundAsOftenAsTheyWereSeen() throws IOException {
        var all = PublishedRow.all(THOUSAND);
        for (var row : all) {
            var results = PEMILU.evaluate(row.form());
            assertThat(rule("E6", results).failed()).as(row.tps()).isEqualTo(row.flagged("VOTES_NE_VALID"));
            assertThat(rule("E7", results).failed())
                    .as(row.tps())
                    .isEqualTo(row.flagged("VALID_PLUS_INVALID_NE_TOTAL"));
            assertThat(rule("E3", results).failed()).as(row.tps()).isEqualTo(row.flagged("USER_SUM_NE_TOTAL"));
            var aboveTheList = rule("E2", results);
            assertThat(aboveTheList.failed() && aboveTheList.fields().contains("dpt.total"))
                    .as(row.tps())
                    .isEqualTo(row.flagged("DPT_USERS_GT_DPT"));
        }
        assertThat(all).hasSize(1000);
    }

    @Test
    void aFormReadByEyePassesEveryEquation() throws IOException {
        assumeTrue(SharedForms.present(BY_EYE));
        var form = byEye(SharedForms.json(BY_EYE));
        var results = PEMILU.photos(3, 3).imported(289).evaluate(form);
        assertThat(codes(results, PASSED))
                .contains("E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10", "W1", "W8", "W12");
        assertThat(codes(results, FAILED)).isEmpty();
        assertThat(codes(results, NOT_CHECKABLE)).containsExactly("W10");
        assertThat(C1Rules.holds(results)).isFalse();
    }

    private static List<C1Data> forms(String flag) throws IOException {
        return PublishedRow.all(THOUSAND).stream()
                .filter(row -> flag.isEmpty() ? row.flags().isEmpty() : row.flagged(flag))
                .map(PublishedRow::form)
                .toList();
    }

    private record PublishedRow(String tps, String flags, C1Data form) {

        static List<PublishedRow> all(String file) throws IOException {
            assumeTrue(SharedForms.present(file));
            return SharedForms.rows(file).stream()
                    .map(row -> new PublishedRow(
                            row.get("kode_tps"),
                            row.get("quality_flags"),
                            SharedForms.form(column -> row.isMapped(column) ? row.get(column) : null)))
                    .toList();
        }

        boolean flagged(String flag) {
            return flags.contains(flag);
        }
    }

    private static C1Data byEye(JsonNode read) {
        var form = C1DataFixture.json("{\"form\": \"PLANO\"}");
        form.set("dpt", line(read.get("I_A_dpt")));
        var voters = form.putObject("voters");
        voters.set("listed", line(read.get("I_B1_pengguna_dpt")));
        voters.set("movedIn", line(read.get("I_B2_pengguna_dptb")));
        voters.set("unlisted", line(read.get("I_B3_pengguna_dpk")));
        voters.set("total", line(read.get("I_B4_pengguna_total")));
        var ballots = form.putObject("ballots");
        ballots.set("received", read.get("II_1_surat_suara_diterima"));
        ballots.set("used", read.get("II_2_digunakan"));
        ballots.set("spoiled", read.get("II_3_dikembalikan_rusak_keliru"));
        ballots.set("unused", read.get("II_4_tidak_digunakan"));
        form.set("disabledVoters", line(read.get("III_disabilitas")));
        form.set("votes", read.get("IV_suara"));
        form.set("validVotes", read.get("V_A_sah"));
        form.set("invalidVotes", read.get("V_B_tidak_sah"));
        form.set("totalVotes", read.get("V_C_total"));
        return C1DataReader.read(form, SharedForms.CANDIDATES);
    }

    private static JsonNode line(JsonNode read) {
        var line = C1DataFixture.json("{}");
        line.set("male", read.get("l"));
        line.set("female", read.get("p"));
        line.set("total", read.get("j"));
        return line;
    }
}
