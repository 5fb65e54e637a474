package id.deskpilkada.c1;

import id.deskpilkada.election.Elections;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a task is called and when it is due: two dozen tasks of one name would tell a village admin nothing. */
@Component
class C1TaskLabels {

    private final Regions regions;
    private final Elections elections;
    private final C1Settings settings;
    private final Clock clock;

    C1TaskLabels(Regions regions, Elections elections, C1Settings settings, Clock clock) {
        this.regions = regions;
        this.elections = elections;
        this.settings = settings;
        this.clock = clock;
    }

    /** E.g. {@code Ketik ulang dari foto: TPS 004 Margasana, Bupati Serang}. */
    String name(String task, C1Case about) {
        return task + ": " + station(about) + ", " + about.race().name();
    }

    String station(C1Case about) {
        return "TPS %03d %s"
                .formatted(about.code().number(), regions.name(about.code().villageArea()));
    }

    Optional<Instant> due(String taskKey, C1Case about) {
        return switch (taskKey) {
            case C1CaptureProcess.COPY, C1CaptureProcess.SEND_PHOTOS, C1CaptureProcess.REPAIR_PHOTO ->
                Optional.of(elections.slot(about.round().id(), "C1", "C1").dueAt());
            default -> Optional.of(clock.instant().plus(settings.verificationTarget()));
        };
    }
}
