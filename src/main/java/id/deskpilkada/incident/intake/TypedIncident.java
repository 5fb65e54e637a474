package id.deskpilkada.incident.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/**
 * What somebody of the desk typed while the caller was talking.
 *
 * @param id made with the form, so that pressing twice is one incident
 * @param source how it was told, as {@code PHONE}
 * @param code of the place where it was chosen, for the words in {@code place}
 * @param time hour and minute at which it was seen; empty for now
 */
record TypedIncident(
        String id,
        String caller,
        String source,
        String place,
        String code,
        String category,
        String text,
        boolean hurt,
        boolean ambulance,
        boolean danger,
        boolean halted,
        String time,
        String election,
        String round) {

    static TypedIncident empty(String election, String round) {
        return new TypedIncident(
                UUID.randomUUID().toString(),
                "",
                "PHONE",
                "",
                "",
                "",
                "",
                false,
                false,
                false,
                false,
                "",
                election,
                round);
    }

    /** As the interface for programs takes it. @param place code of a TPS or region; empty where it is not known */
    ObjectNode told(String place, ZoneId zone, Instant now) {
        var told = JsonNodeFactory.instance.objectNode();
        put(told, "id", id);
        put(told, "caller", caller);
        put(told, "source", source);
        put(told, "election", election);
        put(told, "round", round);
        put(told, place.length() == 13 && place.indexOf('.') < 0 ? "tps" : "region", place);
        put(told, "category", category);
        put(told, "description", text);
        put(told, "observedAt", observed(zone, now));
        told.put("peopleHurt", hurt);
        told.put("needsAmbulance", ambulance);
        told.put("lifeInDanger", danger);
        told.put("votingHalted", halted);
        return told;
    }

    private static void put(ObjectNode told, String name, String value) {
        if (!value.isBlank()) {
            told.put(name, value.strip());
        }
    }

    /** The latest moment with this time of the day; what is no time stays as it was typed, to be refused. */
    private String observed(ZoneId zone, Instant now) {
        try {
            if (time.isBlank()) {
                return "";
            }
            var here = now.atZone(zone);
            var today = here.with(LocalTime.parse(time.strip().replace('.', ':')));
            return (today.isAfter(here.plusMinutes(5)) ? today.minusDays(1) : today)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeParseException e) {
            return time;
        }
    }
}
