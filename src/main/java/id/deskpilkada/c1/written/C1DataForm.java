package id.deskpilkada.c1.written;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.election.CandidateRef;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.Choices;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.Fault;
import id.deskpilkada.fieldreport.form.FieldGroup;
import id.deskpilkada.fieldreport.form.FieldGroup.Refusal;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.fieldreport.form.Manner;
import id.deskpilkada.fieldreport.form.TextRule;
import id.deskpilkada.fieldreport.form.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Form C1 as it is printed, and what of it is read. Numbers that do not add up are not its business. */
public final class C1DataForm {

    /** The form has some forty fields: whoever sends more rubbish than that learns enough from the first ones. */
    private static final int MOST_PROBLEMS = 200;

    private static final int LONGEST_PATH = 120;

    private static final Manner MANNER = Manner.strict("UNKNOWN_FIELD")
            .with(Fault.SHAPE, "WRONG_TYPE")
            .with(Fault.CHOICE, "UNKNOWN_VALUE")
            .with(Fault.CHOICE_TYPE, "WRONG_TYPE")
            .telling("", MOST_PROBLEMS, LONGEST_PATH)
            .showing(Manner::valueOrBrackets)
            .withBlankTexts();

    private static final FieldGroup VOTES =
            FieldGroup.entries("votes", ballotNumber -> new Refusal("UNKNOWN_BALLOT_NUMBER"));
    private static final Wording VOTES_OF_SOMEBODY = Wording.name("");

    private static final List<String> BALLOTS =
            List.of("ballots.received", "ballots.used", "ballots.spoiled", "ballots.unused");
    private static final List<String> TOTALS = List.of("validVotes", "invalidVotes", "totalVotes");

    /** As it is read: what the lines are called, and by whom they are headed, is no matter then. */
    private static final DataForm PAPER = of(
            new RaceRef(0, 0, "", "", "", 0, 0, List.of(new CandidateRef(-1, "", false, null))), C1Facts.Law.PILKADA);

    /** Photos alone, for a form whose numbers came before. */
    public static final DataForm PHOTOS = DataForm.about(
                    ReportKind.C1_PHOTOS,
                    Wording.key("c1.form.photos.title"),
                    Manner.OPEN.with(Fault.TOO_FEW, "FIELD_REQUIRED"))
            .section(null, DataField.photos(Wording.key("c1.form.photos")).atLeast(1))
            .build();

    private C1DataForm() {}

    /** A form of one race, in the words of the law that it is held under. */
    public static DataForm of(RaceRef race, C1Facts.Law law) {
        return DataForm.about(ReportKind.C1, Wording.key("c1.form.title", race.name()), MANNER)
                .race(race)
                .group(VOTES)
                .section(
                        null,
                        DataField.choice(
                                "form", Wording.key("c1.form.source"), Choices.of(C1Source.values(), "c1.source")))
                .section(section("I"), people(law))
                .section(section("II"), single(BALLOTS, law))
                .section(section("III"), line("disabledVoters", null, law).toList())
                .section(
                        section("IV"),
                        race.candidates().stream().map(C1DataForm::candidate).toList())
                .section(section("V"), single(TOTALS, law))
                .section(
                        null,
                        DataField.photos(Wording.key("c1.form.photos")),
                        DataField.text("reason", Wording.key("c1.form.reason"), null, TextRule.UNREAD)
                                .hint(Wording.key("c1.form.reason.hint")))
                .sums(C1Sums.all(race.ballotNumbers()))
                .build();
    }

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read */
    static FilledForm read(JsonNode data, Collection<Integer> ballotNumbers) {
        var votes = new ArrayList<DataField>(ballotNumbers.size());
        ballotNumbers.forEach(number -> votes.add(DataField.formNumber(C1Fields.VOTES + number, VOTES_OF_SOMEBODY)));
        var form = FilledForm.of(PAPER, VOTES, votes, data);
        form.refuseIfWrong();
        return form;
    }

    private static List<DataField> people(C1Facts.Law law) {
        return Stream.of(
                        line("dpt", "I.A", law),
                        line("voters.listed", "I.B", law),
                        line("voters.movedIn", null, law),
                        line("voters.unlisted", null, law),
                        line("voters.total", null, law))
                .flatMap(line -> line)
                .toList();
    }

    private static Stream<DataField> line(String path, @Nullable String heading, C1Facts.Law law) {
        return Stream.of("male", "female", "total").map(part -> {
            var field = DataField.formNumber(path + "." + part, label(path + "." + part, law))
                    .printed(
                            String.valueOf(C1Fields.LINES.get(path)),
                            label(path, law),
                            Wording.key("c1.page.column." + part));
            return heading == null ? field : field.under(section(heading));
        });
    }

    private static List<DataField> single(List<String> paths, C1Facts.Law law) {
        return paths.stream()
                .map(path -> DataField.formNumber(path, label(path, law))
                        .printed(C1Fields.printed(path), label(path, law), null))
                .toList();
    }

    private static DataField candidate(CandidateRef candidate) {
        var path = C1Fields.VOTES + candidate.ballotNumber();
        Wording spoken =
                messages -> messages.text("c1.field.votes", candidate.ballotNumber()) + ": " + candidate.name();
        return DataField.formNumber(path, spoken).printed(C1Fields.printed(path), Wording.name(candidate.name()), null);
    }

    private static Wording section(String code) {
        return Wording.key("c1.section." + code);
    }

    private static Wording label(String path, C1Facts.Law law) {
        return Wording.key(C1Fields.labelKey(path, law));
    }
}
