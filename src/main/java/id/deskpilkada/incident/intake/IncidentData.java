package id.deskpilkada.incident.intake;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.fieldreport.form.FilledForm;
import id.deskpilkada.incident.IncidentDraft.What;
import id.deskpilkada.incident.intake.IncidentChoices.Choice;
import id.deskpilkada.region.Coordinates;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of an incident as it was told.
 *
 * @param photos SHA-256 of those named
 * @param addsTo an earlier report of the same person, to which this one adds words or photos
 */
record IncidentData(What what, @Nullable Coordinates location, List<String> photos, @Nullable UUID addsTo) {

    private static final String AMBULANCE = "Seseorang perlu ambulans.";

    /** @throws id.deskpilkada.platform.Problem 422 {@code MALFORMED} with every field that cannot be read */
    static IncidentData read(JsonNode data, IncidentChoices catalogue) {
        var form = FilledForm.of(IncidentForm.of(catalogue), data);
        form.refuseIfWrong();
        var addsTo = form.id("addsTo");
        var choice = form.choice("choice", Choice.class);
        var text = Objects.requireNonNullElse(form.text("description"), "");
        var what = new What(
                category(form, choice),
                addsTo == null ? description(text, choice) : text,
                form.yes("peopleHurt"),
                form.yes("votingHalted"),
                form.yes("needsAmbulance"),
                form.yes("lifeInDanger"),
                choice == null ? null : choice.code());
        var spot = form.location("location");
        return new IncidentData(
                what, spot == null ? null : new Coordinates(spot.lat(), spot.lng()), form.photos(), addsTo);
    }

    private static IncidentCategory category(FilledForm form, @Nullable Choice choice) {
        var told = form.choice("category", IncidentCategory.class);
        if (told != null) {
            return told;
        }
        return choice == null ? IncidentCategory.HEALTH : choice.category();
    }

    private static String description(String text, @Nullable Choice choice) {
        var chosen = choice == null ? "" : choice.name();
        if (text.isEmpty()) {
            return chosen.isEmpty() ? AMBULANCE : chosen;
        }
        return chosen.isEmpty() ? text : chosen + "\n" + text;
    }
}
