package id.deskpilkada.voting.situation;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.Choices;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.Manner;
import id.deskpilkada.fieldreport.form.Wording;
import id.deskpilkada.voting.Security;
import java.util.List;

/** The form of the situation of a village or district. */
public final class SituationForm {

    private static final int LONGEST_REMARKS = 2000;
    private static final String WORDS = "voting.entry.";

    static final DataForm ANY_HOUR = of(List.of());

    private SituationForm() {}

    /** @param slots at which it is asked for */
    public static DataForm of(List<String> slots) {
        return DataForm.about(ReportKind.SITUATION, words("situation.title"), Manner.strict("UNKNOWN_VOTING_FIELD"))
                .slots(slots)
                .section(
                        null,
                        DataField.choice(
                                        "security",
                                        words("security"),
                                        Choices.of(Security.values(), WORDS + "security"))
                                .required(),
                        DataField.choice("weather", words("weather"), Choices.of(Weather.values(), WORDS + "weather")),
                        DataField.choice("power", words("power"), Choices.of(Power.values(), WORDS + "power")),
                        DataField.text("remarks", words("remarks"), LONGEST_REMARKS),
                        DataField.photos(words("photos")))
                .build();
    }

    private static Wording words(String key) {
        return Wording.key(WORDS + key);
    }
}
