package id.deskpilkada.incident.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportSource;
import id.deskpilkada.fieldreport.form.Limits;
import id.deskpilkada.fieldreport.form.TextRule;
import id.deskpilkada.incident.IncidentDraft;
import id.deskpilkada.incident.Incidents;
import id.deskpilkada.incident.Incidents.Raised;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down incidents that somebody tells the desk or the reporters of a district. */
@Service
public class DeskIncidents {

    private static final String ORIGIN = "DESK";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> ENVELOPE =
            Set.of("id", "tps", "region", "election", "round", "observedAt", "caller", "source");

    private final Incidents incidents;
    private final Elections elections;
    private final Regions regions;
    private final IncidentChoices choices;
    private final Clock clock;

    DeskIncidents(Incidents incidents, Elections elections, Regions regions, IncidentChoices choices, Clock clock) {
        this.incidents = incidents;
        this.elections = elections;
        this.regions = regions;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * The same {@code id} again is the same incident.
     *
     * @throws Problem 403 {@code OUTSIDE_SCOPE}, 422 {@code MALFORMED} with every field that is wrong, {@code ELECTION_REQUIRED}, {@code ROUND_NOT_STARTED}
     */
    @Transactional
    public Raised take(ObjectNode told, Actor actor) {
        actor.require(Permission.REPORT_FOR_OTHERS);
        var data = told.deepCopy();
        data.remove(ENVELOPE);
        data.remove("addsTo");
        List<FieldProblem> wrong = new ArrayList<>();
        ENVELOPE.stream()
                .filter(field -> told.path(field).isContainerNode())
                .forEach(field -> wrong.add(FieldProblem.field(field, null, "NOT_A_TEXT")));
        checkPhotos(told.path("photos"), wrong);
        var round = elections.round(text(told, "election"), text(told, "round"));
        if (round.phase() == RoundPhase.PREPARED) {
            throw Problem.unprocessable("ROUND_NOT_STARTED", round.code());
        }
        var area = area(told, round, wrong);
        var id = id(text(told, "id"), wrong);
        var observed = time(text(told, "observedAt"), wrong);
        var source = source(text(told, "source"), wrong);
        var caller = text(told, "caller");
        if (caller != null && caller.length() > 200) {
            wrong.add(FieldProblem.field("caller", caller, "REPORT_TEXT_TOO_LONG", 200));
        }
        var read = read(data, wrong);
        actor.require(Permission.REPORT_FOR_OTHERS, area);
        return incidents.raise(new IncidentDraft(
                id,
                source,
                round.id(),
                area.length() == 13 ? area : null,
                area,
                read.what(),
                1,
                read.location(),
                read.photos(),
                ORIGIN,
                actor.id(),
                actor.id(),
                caller,
                observed,
                clock.instant()));
    }

    private static void checkPhotos(JsonNode photos, List<FieldProblem> wrong) {
        if (!photos.isArray() && !photos.isMissingNode() && !photos.isNull()) {
            wrong.add(FieldProblem.field("photos", null, "NOT_A_LIST"));
        } else if (photos.size() > Limits.MOST_PHOTOS) {
            wrong.add(FieldProblem.field("photos", "" + photos.size(), "TOO_MANY_PHOTOS", Limits.MOST_PHOTOS));
        } else {
            for (int at = 0; at < photos.size(); at++) {
                if (!photos.get(at).isTextual()
                        || !SHA256.matcher(photos.get(at).textValue()).matches()) {
                    wrong.add(FieldProblem.field("photos." + at, null, "NOT_A_HASH"));
                }
            }
        }
    }

    private IncidentData read(ObjectNode data, List<FieldProblem> wrong) {
        try {
            var read = IncidentData.read(data, choices);
            if (wrong.isEmpty()) {
                return read;
            }
        } catch (Problem problem) {
            problem.errors()
                    .forEach(error -> wrong.add(FieldProblem.field(
                            Objects.requireNonNullElse(error.field(), "data").replace("data.", ""),
                            error.value(),
                            error.code(),
                            error.arguments().toArray())));
        }
        throw Problem.unprocessable("MALFORMED", wrong);
    }

    private String area(ObjectNode told, RoundRef round, List<FieldProblem> wrong) {
        var tps = text(told, "tps");
        var region = text(told, "region");
        if (tps != null && region == null && elections.station(round, tps).isPresent()) {
            return tps;
        }
        if (tps == null && region != null && regions.find(region).isPresent()) {
            return Area.digits(region);
        }
        if (tps != null && region != null) {
            wrong.add(FieldProblem.field("region", region, "TPS_OR_REGION"));
        } else if (tps != null) {
            wrong.add(FieldProblem.field("tps", tps, "UNKNOWN_TPS", tps));
        } else if (region != null) {
            wrong.add(FieldProblem.field("region", region, "UNKNOWN_REGION", region));
        } else if (told.hasNonNull("location")) {
            return regions.installation().area();
        } else {
            wrong.add(FieldProblem.field("region", null, "FIELD_REQUIRED"));
        }
        return regions.installation().area();
    }

    private static UUID id(@Nullable String text, List<FieldProblem> wrong) {
        try {
            return text == null ? UUID.randomUUID() : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            wrong.add(FieldProblem.field("id", text, "NOT_A_UUID"));
            return UUID.randomUUID();
        }
    }

    private Instant time(@Nullable String text, List<FieldProblem> wrong) {
        try {
            var time = text == null ? null : OffsetDateTime.parse(text);
            if (time != null && (time.getYear() < 2000 || time.getYear() > 2200)) {
                throw new DateTimeException("out of range");
            }
            return time == null ? clock.instant() : time.toInstant();
        } catch (DateTimeException e) {
            wrong.add(FieldProblem.field("observedAt", text, "NOT_A_TIME"));
            return clock.instant();
        }
    }

    private static String source(@Nullable String text, List<FieldProblem> wrong) {
        try {
            return text == null
                    ? ReportSource.PHONE.name()
                    : ReportSource.valueOf(text).name();
        } catch (IllegalArgumentException e) {
            wrong.add(FieldProblem.field("source", text, "UNKNOWN_CHOICE", "APP, PHONE, PAPER, SMS, RADIO"));
            return ReportSource.PHONE.name();
        }
    }

    private static @Nullable String text(ObjectNode told, String field) {
        var text = TextRule.cleaned(told.path(field).asText(""));
        return text.isEmpty() ? null : text;
    }
}
