package id.deskpilkada.voting.report;

import id.deskpilkada.fieldreport.OfficersCondition;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.Choices;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.FormSum;
import id.deskpilkada.fieldreport.form.Manner;
import id.deskpilkada.fieldreport.form.Wording;
import id.deskpilkada.voting.Mobility;
import id.deskpilkada.voting.Security;
import java.util.List;

/** The form of the hours of the day. */
public final class VotingForm {

    static final int MOST = 999;

    private static final int LONGEST_REMARKS = 2000;
    private static final String WORDS = "voting.entry.";

    /** As the server takes it, at whatever hour. */
    static final DataForm ANY_HOUR = of(Asked.ALWAYS);

    private VotingForm() {}

    /**
     * The slots at which some fields are asked for.
     *
     * @param all of the day, in their order
     * @param opening when the TPS opened, and voters so far
     * @param closing when it closed
     * @param duty how the officers are and since when they are there
     */
    public record Asked(List<String> all, List<String> opening, List<String> closing, List<String> duty) {

        static final Asked ALWAYS = new Asked(List.of(), List.of(), List.of(), List.of());
    }

    public static DataForm of(Asked asked) {
        return DataForm.about(ReportKind.VOTING, words("title"), Manner.strict("UNKNOWN_VOTING_FIELD"))
                .slots(asked.all())
                .section(
                        null,
                        DataField.time("openedAt", words("openedAt")).askedAt(asked.opening()),
                        DataField.time("closedAt", words("closedAt")).askedAt(asked.closing()),
                        voters("male").askedAt(asked.opening()),
                        voters("female").askedAt(asked.opening()),
                        voters("total").askedAt(asked.opening()),
                        DataField.choice(
                                "security", words("security"), Choices.of(Security.values(), WORDS + "security")))
                .section(
                        words("more"),
                        DataField.choice(
                                "mobility", words("mobility"), Choices.of(Mobility.values(), WORDS + "mobility")),
                        DataField.count("queue", words("queue"), MOST),
                        DataField.flag("halted", words("halted")).hint(words("halted.hint")),
                        DataField.choice(
                                        "officersCondition",
                                        words("officersCondition"),
                                        Choices.of(OfficersCondition.values(), WORDS + "officersCondition"))
                                .askedAt(asked.duty()),
                        DataField.time("onDutySince", words("onDutySince")).askedAt(asked.duty()),
                        DataField.text("remarks", words("remarks"), LONGEST_REMARKS),
                        DataField.photos(words("photos")))
                .anyOf("openedAt", "closedAt", "voters.male", "voters.female", "voters.total", "security", "halted")
                .sums(List.of(new FormSum(
                        "TURNOUT_SUM", words("sum"), true, "voters.total", List.of("voters.male", "voters.female"))))
                .build();
    }

    private static DataField voters(String part) {
        return DataField.count("voters." + part, words(part), MOST).under(words("voters"));
    }

    private static Wording words(String key) {
        return Wording.key(WORDS + key);
    }
}
