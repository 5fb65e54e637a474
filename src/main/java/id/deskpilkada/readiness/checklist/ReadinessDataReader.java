package id.deskpilkada.readiness.checklist;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.readiness.Connectivity;
import id.deskpilkada.readiness.ReadinessStage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the {@code data} of a readiness report; everything that cannot be read is told in one pass. */
final class ReadinessDataReader {

    private ReadinessDataReader() {}

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read */
    static ReadinessData read(JsonNode data, Map<String, ChecklistItem> checklist) {
        var form = FilledForm.of(ReadinessForm.of(stage(data), checklist, List.of()), data);
        form.refuseIfWrong();
        return new ReadinessData(
                Objects.requireNonNull(form.choice("stage", ReadinessStage.class)),
                form.answers("items", Answer.class),
                form.choice("connectivity", Connectivity.class),
                form.flag("floodRisk"),
                form.location("location"),
                form.number("kppsPresent"),
                form.number("linmasPresent"),
                form.text("remarks"),
                form.photos());
    }

    /** Which form it is; null when it does not say. */
    private static @Nullable ReadinessStage stage(JsonNode data) {
        var told = data.path("stage");
        return Arrays.stream(ReadinessStage.values())
                .filter(stage -> told.isTextual() && stage.name().equals(told.textValue()))
                .findFirst()
                .orElse(null);
    }
}
