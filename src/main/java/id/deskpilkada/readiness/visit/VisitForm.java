package id.deskpilkada.readiness.visit;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.election.RoundRef;
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
import org.springframework.stereotype.Component;

/** The form by which a leader confirms a visit; with a photo from whoever is there. */
@Component
class VisitForm implements DataForms {

    private static final int LONGEST_TEXT = 500;

    private static final Manner MANNER = Manner.OPEN
            .without(Fault.ID)
            .without(Fault.REQUIRED)
            .with(Fault.TOO_LONG, "VISIT_TEXT_TOO_LONG")
            .with(Fault.TOO_FEW, "VISIT_PHOTO_MISSING")
            .hiding(Fault.TOO_LONG)
            .showing(JsonNode::asText);

    private static final DataForm SEEN = form(1);
    private static final DataForm TOLD = form(0);

    /** What a leader may say about a TPS. */
    private enum Calm {
        CALM,
        ATTENTION,
        UNREST
    }

    @Override
    public List<DataForm> of(RoundRef round) {
        return List.of(SEEN);
    }

    /** @param there whether it is sent from the TPS itself */
    static DataForm of(boolean there) {
        return there ? SEEN : TOLD;
    }

    private static DataForm form(int photos) {
        return DataForm.about(ReportKind.VISIT, Wording.key("visit.go"), MANNER)
                .section(
                        null,
                        DataField.id("visit", Wording.key("visit.title"))
                                .required()
                                .notDrawn(),
                        DataField.choice(
                                "situation",
                                Wording.key("visit.situation"),
                                Choices.of(Calm.values(), "visit.situation")),
                        DataField.text("remarks", Wording.key("visit.remarks"), LONGEST_TEXT, TextRule.UNREAD),
                        DataField.photos(Wording.key("visit.photo")).atLeast(photos))
                .build();
    }
}
