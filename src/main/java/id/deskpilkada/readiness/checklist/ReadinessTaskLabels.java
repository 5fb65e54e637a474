package id.deskpilkada.readiness.checklist;

import id.deskpilkada.readiness.ReadinessStage;
import id.deskpilkada.region.Regions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a task is called and when it is due. */
@Component
class ReadinessTaskLabels {

    private static final Locale ID = Locale.forLanguageTag("id");

    private final Regions regions;
    private final ReadinessRows rows;
    private final ReadinessWork work;
    private final Shortcomings shortcomings;
    private final MessageSource messages;

    ReadinessTaskLabels(
            Regions regions,
            ReadinessRows rows,
            ReadinessWork work,
            Shortcomings shortcomings,
            MessageSource messages) {
        this.regions = regions;
        this.rows = rows;
        this.work = work;
        this.shortcomings = shortcomings;
        this.messages = messages;
    }

    /** E.g. {@code Periksa kesiapan TPS: TPS 004 Margasana, tempat dan petugas}. */
    String name(String task, ReadinessCase about, @Nullable String owner) {
        var stage = Objects.requireNonNullElse(rows.lock(about).stage(), ReadinessStage.LOGISTICS);
        return task + ": " + station(about) + ", "
                + (owner == null
                        ? text("stage." + stage, stage.name())
                        : text("owner." + owner, owner.toUpperCase(ID)));
    }

    /** Tasks are named once, for everybody, in Indonesian. */
    private String text(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage("readiness." + key, null, otherwise, ID));
    }

    String station(ReadinessCase about) {
        return "TPS %03d %s"
                .formatted(about.code().number(), regions.name(about.code().villageArea()));
    }

    /** A follow-up is due when the first thing that its owner mends is, everything else at the deadline of the stage. */
    Instant due(ReadinessCase about, @Nullable String owner) {
        return shortcomings.of(about).stream()
                .filter(one -> owner != null && owner.equals(one.owner()))
                .filter(Shortcoming::isUnsettled)
                .map(Shortcoming::dueAt)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> work.due(about));
    }
}
