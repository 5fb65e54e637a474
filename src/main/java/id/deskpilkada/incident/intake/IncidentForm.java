package id.deskpilkada.incident.intake;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.Choices;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.DataForms;
import id.deskpilkada.fieldreport.form.Fault;
import id.deskpilkada.fieldreport.form.Manner;
import id.deskpilkada.fieldreport.form.TextRule;
import id.deskpilkada.fieldreport.form.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of an incident: whoever needs an ambulance, has chosen from the catalogue or adds to what was told needs to say nothing else. */
@Component
class IncidentForm implements DataForms {

    static final int LONGEST_TEXT = 4_000;

    private static final String WORDS = "incident.phone.";
    private static final String[] ENOUGH = {"needsAmbulance", "choice", "addsTo"};

    private static final Manner MANNER = Manner.strict("UNKNOWN_REPORT_FIELD")
            .with(Fault.FLAG, "MALFORMED_VALUE")
            .with(Fault.DEGREES, "MALFORMED_VALUE")
            .without(Fault.SHAPE)
            .hiding(Fault.UNKNOWN, Fault.TEXT)
            .showing(Manner::valueOnly)
            .telling("data.", Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final IncidentChoices catalogue;

    IncidentForm(IncidentChoices catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<DataForm> of(RoundRef round) {
        return List.of(of(catalogue));
    }

    static DataForm of(IncidentChoices catalogue) {
        return DataForm.about(ReportKind.INCIDENT, words("title"), MANNER)
                .section(
                        null,
                        flag("needsAmbulance"),
                        DataField.id("addsTo", words("addsTo")).notDrawn(),
                        DataField.choice("choice", words("what"), new Offered(catalogue)),
                        DataField.choice(
                                        "category",
                                        words("category"),
                                        Choices.of(IncidentCategory.values(), "incident.category"))
                                .requiredUnless(ENOUGH),
                        DataField.text("description", words("words"), LONGEST_TEXT, TextRule.CLEANED)
                                .requiredUnless(ENOUGH)
                                .hint(words("words.hint")),
                        flag("peopleHurt"),
                        flag("votingHalted"),
                        flag("lifeInDanger"),
                        DataField.location("location", words("location")),
                        DataField.photos(words("photos")))
                .build();
    }

    private static DataField flag(String path) {
        return DataField.flag(path, words("flag." + path));
    }

    private static Wording words(String key) {
        return Wording.key(WORDS + key);
    }

    /** The catalogue; what is offered no more may still come from a phone that was away. */
    private record Offered(IncidentChoices catalogue) implements Choices {

        @Override
        public @Nullable Object find(String code) {
            return catalogue.find(code).orElse(null);
        }

        @Override
        public List<Option> offered() {
            return catalogue.offered().stream()
                    .map(choice -> new Option(choice.code(), Wording.written(choice.name(), choice.nameEn())))
                    .toList();
        }
    }
}
