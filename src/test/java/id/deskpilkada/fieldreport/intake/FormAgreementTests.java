package id.deskpilkada.fieldreport.intake;

import static id.deskpilkada.SmallElection.MARGASANA_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.DeskClient;
import id.deskpilkada.Installation;
import id.deskpilkada.SmallElection;
import id.deskpilkada.WholeApplication;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.DataForms;
import id.deskpilkada.fieldreport.form.FieldType;
import id.deskpilkada.fieldreport.form.FormCases;
import id.deskpilkada.fieldreport.form.FormCases.Case;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Grant;
import id.deskpilkada.platform.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The description of each kind's data, held against what the ledger takes. */
@WholeApplication
class FormAgreementTests {

    /** These take whatever else is sent beside what they know. */
    private static final Set<ReportKind> OPEN = EnumSet.of(ReportKind.C1_PHOTOS, ReportKind.VISIT);

    private static final Actor EVERYBODY = new Actor(
            1, "semua", "Semua", List.of(new Grant("district-admin", "36.04.05"), new Grant("leader", "36.04")));

    @Autowired
    Installation installation;

    @Autowired
    SmallElection election;

    @Autowired
    Admission admission;

    @Autowired
    List<DataForms> features;

    RoundRef round;

    @BeforeEach
    void setUp() {
        installation.empty();
        round = election.withVoting();
    }

    @Test
    void everyKindIsDescribed() {
        assertThat(forms()).extracting(DataForm::kind).contains(ReportKind.values());
    }

    @Test
    void whatTheDescriptionTakesTheLedgerTakesAndNothingElse() {
        for (var form : forms()) {
            var least = FormCases.least(form);
            var known = errors(form, least);
            assertThat(known)
                    .as(form.kind().name())
                    .isEqualTo(form.kind() == ReportKind.VISIT ? List.of("visit") : List.of());
            for (var field : form.fields()) {
                FormCases.of(field).stream()
                        .filter(each -> form.kind() != ReportKind.VISIT || field.type() != FieldType.ID)
                        .forEach(each -> agrees(form, least, each));
            }
        }
    }

    @Test
    void whatIsRequiredIsMissed() {
        for (var form : forms()) {
            for (var field : form.fields()) {
                if (field.limits().required() && field.type() != FieldType.ID) {
                    var without = FormCases.least(form);
                    without.remove(field.path());
                    assertThat(errors(form, without))
                            .as(form.kind() + " without " + field.path())
                            .contains(field.path());
                    field.limits().unless().stream()
                            .filter(other -> other.equals("needsAmbulance"))
                            .forEach(other -> assertThat(errors(form, without.put(other, true)))
                                    .isEmpty());
                }
            }
            if (!form.anyOf().isEmpty()) {
                var silent = FormCases.least(form);
                silent.remove(form.anyOf());
                assertThat(errors(form, silent)).isNotEmpty();
            }
        }
    }

    @Test
    void whatIsNotDescribedIsRefused() {
        for (var form : forms()) {
            var known = errors(form, FormCases.least(form));
            strangers(form).forEach(path -> {
                var data = FormCases.least(form);
                FormCases.put(data, path, IntNode.valueOf(1));
                var found = errors(form, data);
                if (OPEN.contains(form.kind())) {
                    assertThat(found).isEqualTo(known);
                } else {
                    assertThat(found).as(form.kind() + " " + path).contains(path);
                }
            });
        }
    }

    /** Paths of the published contract; a candidate and an item stand for all of them. */
    @Test
    void everyPublishedFieldIsDescribed() {
        described(
                ReportKind.VOTING,
                "openedAt closedAt voters.male voters.female voters.total security mobility queue halted"
                        + " officersCondition onDutySince remarks photos");
        described(ReportKind.SITUATION, "security weather power remarks photos");
        described(
                ReportKind.READINESS,
                "stage items connectivity floodRisk location kppsPresent linmasPresent remarks photos");
        described(
                ReportKind.INCIDENT,
                "category description peopleHurt votingHalted needsAmbulance lifeInDanger location photos choice addsTo");
        described(ReportKind.VISIT, "visit situation remarks photos");
        described(ReportKind.C1_PHOTOS, "photos");
        described(
                ReportKind.C1,
                "form votes validVotes invalidVotes totalVotes photos reason ballots.received ballots.used ballots.spoiled ballots.unused"
                        + line("dpt") + line("voters.listed") + line("voters.movedIn") + line("voters.unlisted")
                        + line("voters.total") + line("disabledVoters"));
    }

    private void described(ReportKind kind, String paths) {
        for (var form : forms()) {
            if (form.kind() == kind) {
                assertThat(form.fields())
                        .extracting(field -> field.path().replaceFirst("^(items|votes)\\..*", "$1"))
                        .as(kind.name())
                        .containsOnly(paths.split(" "));
            }
        }
    }

    private static String line(String path) {
        return " " + path + ".male " + path + ".female " + path + ".total";
    }

    private void agrees(DataForm form, ObjectNode least, Case each) {
        var data = least.deepCopy();
        FormCases.put(data, each.path(), each.value());
        var wrong = errors(form, data).stream()
                .anyMatch(field -> field.equals(each.path()) || field.startsWith(each.path() + "."));
        assertThat(!wrong)
                .as("%s %s %s = %.60s", form.kind(), form.stage(), each.path(), each.value())
                .isEqualTo(each.taken());
    }

    private static List<String> strangers(DataForm form) {
        var groups = form.fields().stream()
                .map(DataField::path)
                .filter(path -> path.indexOf('.') > 0)
                .map(path -> path.substring(0, path.lastIndexOf('.')) + ".TIDAK_ADA")
                .distinct();
        return Stream.concat(Stream.of("tidakAda"), groups).toList();
    }

    private List<DataForm> forms() {
        return features.stream().flatMap(feature -> feature.of(round).stream()).toList();
    }

    /** Paths inside the data at which the ledger finds something wrong. */
    private List<String> errors(DataForm form, ObjectNode data) {
        var report = DeskClient.JSON.createObjectNode();
        report.put("kind", form.kind().name()).put("observedAt", "2024-11-27T10:00:00+07:00");
        report.put(form.kind().needsTps() ? "tps" : "region", form.kind().needsTps() ? MARGASANA_1 : "36.04.05.2002");
        if (form.kind().needsRace()) {
            report.put("race", form.race() == null ? "BUPATI" : form.race().code());
        }
        if (form.kind().needsSlot()) {
            report.put("slot", form.slots().get(0));
        }
        report.set("data", data);
        try {
            admission.admit(UUID.randomUUID(), report, EVERYBODY);
            return List.of();
        } catch (Problem problem) {
            assertThat(problem.code()).isEqualTo("MALFORMED");
            return problem.errors().stream()
                    .map(error -> Objects.toString(error.field()).replaceFirst("^data\\.", ""))
                    .toList();
        }
    }
}
