package id.deskpilkada.readiness.checklist;

import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.fieldreport.form.Choices;
import id.deskpilkada.fieldreport.form.DataField;
import id.deskpilkada.fieldreport.form.DataForm;
import id.deskpilkada.fieldreport.form.Fault;
import id.deskpilkada.fieldreport.form.FieldGroup;
import id.deskpilkada.fieldreport.form.FieldGroup.Refusal;
import id.deskpilkada.fieldreport.form.Manner;
import id.deskpilkada.fieldreport.form.Wording;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a stage of readiness: the items of the checklist as this installation has them, and what is asked beside them. */
final class ReadinessForm {

    private static final String ITEMS = "items";
    private static final int MOST_PEOPLE = 50;
    private static final int LONGEST_REMARKS = 2000;
    private static final int LONGEST_CODE = 100;

    private static final Manner MANNER = Manner.strict("UNKNOWN_READINESS_FIELD")
            .with(Fault.SHAPE, "WRONG_SHAPE")
            .with(Fault.TEXT, "WRONG_SHAPE");

    private static final Choices ANSWERS = Choices.of(Answer.values(), "kesiapan.answer");

    private ReadinessForm() {}

    /**
     * @param stage null for a report that does not say which: any item is read then
     * @param slots at which it is asked for
     */
    static DataForm of(@Nullable ReadinessStage stage, Map<String, ChecklistItem> checklist, List<String> slots) {
        boolean site = stage == ReadinessStage.SITE;
        var form = DataForm.about(ReportKind.READINESS, title(stage), MANNER)
                .slots(slots)
                .group(FieldGroup.answers(ITEMS, code -> stranger(code, checklist)))
                .section(
                        null,
                        DataField.choice(
                                        "stage",
                                        Wording.key("readiness.stages"),
                                        Choices.of(ReadinessStage.values(), "kesiapan.stage"))
                                .required()
                                .notDrawn());
        if (stage != null) {
            form.stage(stage.name());
        }
        byGroup(stage, checklist.values())
                .forEach((group, fields) -> form.section(Wording.key("readiness.group." + group), fields));
        return form.section(
                        null,
                        DataField.choice(
                                        "connectivity",
                                        Wording.key("kesiapan.signal"),
                                        Choices.of(Connectivity.values(), "kesiapan.signal"))
                                .required(site),
                        DataField.flag("floodRisk", Wording.key("kesiapan.flood"))
                                .required(site),
                        DataField.location("location", Wording.key("kesiapan.place")),
                        people("kppsPresent", ReadinessData.KPPS),
                        people("linmasPresent", ReadinessData.LINMAS),
                        DataField.text("remarks", Wording.key("kesiapan.remarks"), LONGEST_REMARKS),
                        DataField.photos(Wording.key("kesiapan.photos")))
                .build();
    }

    private static Wording title(@Nullable ReadinessStage stage) {
        return Wording.key("kesiapan.stage." + (stage == null ? "BOTH" : stage.name()));
    }

    private static Map<String, List<DataField>> byGroup(
            @Nullable ReadinessStage stage, Collection<ChecklistItem> checklist) {
        var groups = new LinkedHashMap<String, List<DataField>>();
        checklist.stream()
                .filter(item -> stage == null || item.stage() == stage)
                .forEach(item -> groups.computeIfAbsent(item.itemGroup(), group -> new ArrayList<>())
                        .add(field(item)));
        return groups;
    }

    private static DataField field(ChecklistItem item) {
        var field = DataField.choice(ITEMS + "." + item.code(), Wording.written(item.label(), item.labelEn()), ANSWERS);
        return item.active() ? field : field.notDrawn();
    }

    private static DataField people(String path, int all) {
        return DataField.count(path, Wording.key("kesiapan." + path), MOST_PEOPLE)
                .orYesForAll(all);
    }

    private static Refusal stranger(String code, Map<String, ChecklistItem> checklist) {
        var item = checklist.get(code);
        if (item != null) {
            return new Refusal("ITEM_OF_OTHER_STAGE", code, item.stage().name());
        }
        return new Refusal(
                "UNKNOWN_CHECKLIST_ITEM", code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE));
    }
}
