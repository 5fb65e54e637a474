package id.deskpilkada.expectation;

import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.ReportKind;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.region.Regions;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of what is missing as a text that may go into any WhatsApp group: codes of TPS by village, nobody's name and nobody's number. */
@Service
public class MissingText {

    /** More codes than this are no message any more; the rest is counted. */
    static final int NAMED = 400;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH.mm");

    private final ProgressReports progress;
    private final ProgressQueries queries;
    private final SlotNames names;
    private final Regions regions;
    private final Messages messages;
    private final Clock clock;

    MissingText(
            ProgressReports progress,
            ProgressQueries queries,
            SlotNames names,
            Regions regions,
            Messages messages,
            Clock clock) {
        this.progress = progress;
        this.queries = queries;
        this.names = names;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The text in the caller's language, as of now.
     *
     * @param slot null for every slot of the kind
     * @param race null for every race
     * @throws id.deskpilkada.platform.Problem 403 {@code OUTSIDE_SCOPE}, 404 {@code UNKNOWN_REGION}
     */
    @Transactional(readOnly = true)
    public String of(
            RoundRef round,
            ReportKind kind,
            @Nullable String slot,
            @Nullable RaceRef race,
            String region,
            Actor actor) {
        var question = progress.question(round, kind, slot, race, region, actor);
        int total = queries.missingStations(question);
        var title = messages.text(
                "missing.text.title", names.of(kind, slot, race), regions.name(Area.digits(region)), now());
        if (total == 0) {
            return title + "\n" + messages.text("missing.text.none");
        }
        var codes = queries.missingCodes(question, NAMED);
        var lines = title + "\n" + messages.text("missing.text.total", total) + "\n" + byVillage(codes);
        return codes.size() < total ? lines + "\n" + messages.text("missing.text.more", total - codes.size()) : lines;
    }

    private String byVillage(List<String> codes) {
        return codes.stream()
                .collect(Collectors.groupingBy(code -> code.substring(0, 10), TreeMap::new, Collectors.joining(", ")))
                .entrySet()
                .stream()
                .map(village -> regions.name(village.getKey()) + ": " + village.getValue())
                .collect(Collectors.joining("\n"));
    }

    private String now() {
        Instant now = clock.instant();
        return TIME.format(now.atZone(regions.zone())) + " " + regions.zoneName();
    }
}
