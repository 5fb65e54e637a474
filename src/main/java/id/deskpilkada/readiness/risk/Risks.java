package id.deskpilkada.readiness.risk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Single entries of the register: recorded, changed, closed with a reason, recorded again; never deleted. */
@Service
@Transactional
class Risks {

    private static final int TPS_DIGITS = 13;

    private final RiskPlaces places;
    private final RiskIndicators indicators;
    private final RiskClasses classes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Risks(RiskPlaces places, RiskIndicators indicators, RiskClasses classes, JdbcClient jdbc, Clock clock) {
        this.places = places;
        this.indicators = indicators;
        this.classes = classes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of an entry. */
    record Recorded(long id, boolean created) {}

    private record Stored(long id, String area, @Nullable String note, String state) {}

    /**
     * Records a risk of a place; the same again changes its note, and opens it again when it was closed.
     *
     * @param place code of a region or a TPS
     */
    Recorded record(long election, String place, String indicator, @Nullable String note, Actor actor) {
        var area = area(election, place);
        actor.require(Permission.RECORD_RISKS, area);
        var code = indicator(indicator);
        var text = note == null || note.isBlank() ? null : note.strip();
        if (text != null && text.length() > RiskImporter.LONGEST_NOTE) {
            throw malformed("note", text, "RISK_TEXT_TOO_LONG", RiskImporter.LONGEST_NOTE);
        }
        var inserted = insert(election, area, code, text);
        if (inserted.isPresent()) {
            tell(inserted.get(), "RECORDED", text, actor);
            classes.recompute(election, List.of(area));
            return new Recorded(inserted.get(), true);
        }
        return new Recorded(again(election, area, code, text, actor), false);
    }

    private Optional<Long> insert(long election, String area, String indicator, @Nullable String note) {
        return jdbc.sql(
                        """
                        INSERT INTO risk (election_id, area, indicator, note, recorded_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING RETURNING id
                        """)
                .params(election, area, indicator, note, now(), now())
                .query(Long.class)
                .optional();
    }

    private long again(long election, String area, String indicator, @Nullable String note, Actor actor) {
        var stored = jdbc.sql(
                        "SELECT id, area, note, state FROM risk WHERE election_id = ? AND area = ? AND indicator = ? FOR UPDATE")
                .params(election, area, indicator)
                .query(Stored.class)
                .single();
        boolean closed = stored.state().equals("CLOSED");
        if (closed || !Objects.equals(stored.note(), note)) {
            jdbc.sql("UPDATE risk SET note = ?, state = 'OPEN', close_reason = NULL, changed_at = ? WHERE id = ?")
                    .params(note, now(), stored.id())
                    .update();
            tell(stored.id(), closed ? "REOPENED" : "CHANGED", note, actor);
        }
        if (closed) {
            classes.recompute(election, List.of(area));
        }
        return stored.id();
    }

    /** @throws Problem 404 {@code RISK_NOT_FOUND}, 409 {@code RISK_CLOSED} */
    void close(long id, @Nullable String reason, Actor actor) {
        var risk = jdbc.sql("SELECT election_id, area, state FROM risk WHERE id = ? FOR UPDATE")
                .param(id)
                .query((row, number) -> new Closing(row.getLong(1), row.getString(2), row.getString(3)))
                .optional()
                .orElseThrow(() -> Problem.notFound("RISK_NOT_FOUND"));
        if (!actor.may(Permission.RECORD_RISKS, risk.area())) {
            throw actor.may(Permission.READ_RISKS, risk.area())
                    ? Problem.forbidden("OUTSIDE_SCOPE", risk.area())
                    : Problem.notFound("RISK_NOT_FOUND");
        }
        var text = reason == null ? "" : reason.strip();
        if (text.isEmpty()) {
            throw malformed("reason", null, "RISK_REASON_REQUIRED");
        }
        if (text.length() > RiskImporter.LONGEST_NOTE) {
            throw malformed("reason", text, "RISK_TEXT_TOO_LONG", RiskImporter.LONGEST_NOTE);
        }
        if (risk.state().equals("CLOSED")) {
            throw Problem.conflict("RISK_CLOSED");
        }
        jdbc.sql("UPDATE risk SET state = 'CLOSED', close_reason = ?, changed_at = ? WHERE id = ?")
                .params(text, now(), id)
                .update();
        tell(id, "CLOSED", text, actor);
        classes.recompute(risk.election(), List.of(risk.area()));
    }

    private record Closing(long election, String area, String state) {}

    private String area(long election, String place) {
        var given = place.strip();
        if (given.length() == TPS_DIGITS && given.indexOf('.') < 0) {
            if (!places.hasStation(election, given)) {
                throw Problem.unprocessable("UNKNOWN_TPS", given);
            }
            return given;
        }
        var area = RiskPlaces.region(given).orElseThrow(() -> malformed("region", given, "MALFORMED_REGION_CODE"));
        if (!places.regions().contains(area)) {
            throw Problem.unprocessable("UNKNOWN_REGION", given);
        }
        if (!places.concernsUs(area)) {
            throw Problem.unprocessable("REGION_NOT_OURS", given);
        }
        return area;
    }

    private String indicator(String code) {
        var indicator = indicators.byCode().get(code.strip());
        if (indicator == null) {
            throw malformed("indicator", code, "UNKNOWN_INDICATOR", code);
        }
        if (!indicator.active()) {
            throw malformed("indicator", code, "INDICATOR_INACTIVE", code);
        }
        return indicator.code();
    }

    private void tell(long risk, String act, @Nullable String detail, Actor actor) {
        jdbc.sql("INSERT INTO risk_event (risk_id, act, detail, actor_id, at) VALUES (?, ?, ?, ?, ?)")
                .params(risk, act, detail, actor.id(), now())
                .update();
    }

    private static Problem malformed(String field, @Nullable String value, String code, Object... arguments) {
        return Problem.unprocessable("MALFORMED", List.of(FieldProblem.field(field, value, code, arguments)));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC));
    }
}
