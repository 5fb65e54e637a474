package id.deskpilkada.incident.board;

import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.fieldreport.IncidentCategory;
import id.deskpilkada.incident.IncidentPlaces;
import id.deskpilkada.incident.board.BoardCard.Agency;
import id.deskpilkada.incident.board.BoardCard.Facts;
import id.deskpilkada.incident.reading.IncidentReach;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.PhoneNumber;
import id.deskpilkada.platform.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The incidents as the desk watches them: offices see those of their area, agencies those that they were sent to. */
@Service
@Transactional(readOnly = true)
public class IncidentBoard {

    private static final int VILLAGE = 10;
    private static final int DISTRICT = 6;
    private static final int UNANSWERED = 8;
    private static final int SPOTS = 1_000;

    /** As somebody notes it behind a name. */
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 .()-]{6,18}[0-9]");

    private final BoardRows rows;
    private final IncidentPlaces places;
    private final Elections elections;
    private final Audit audit;
    private final Clock clock;

    IncidentBoard(BoardRows rows, IncidentPlaces places, Elections elections, Audit audit, Clock clock) {
        this.rows = rows;
        this.places = places;
        this.elections = elections;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One look at the board.
     *
     * @param all what is open, without filters
     * @param found what the filters leave
     * @param unanswered life in danger and not answered, without filters, the longest waiting first
     * @param cards the first of each stage, or a page of the one stage that was asked for
     * @param at the server's time, by which the clocks of the page run
     */
    public record Board(
            BoardCounts all, BoardCounts found, List<BoardCard> unanswered, List<BoardCard> cards, Instant at) {

        public List<BoardCard> in(Stage stage) {
            return cards.stream().filter(card -> card.facts().stage() == stage).toList();
        }
    }

    /** @param window of the stage that was asked for; the first page of each where none was */
    public Board look(BoardQuestion question, Page.Window window, Actor actor) {
        IncidentReach.requireReader(actor);
        rows.planEach();
        var all = rows.counts(question.unfiltered(), actor);
        var found = question.equals(question.unfiltered()) ? all : rows.counts(question, actor);
        var shown = question.stage() == null
                ? rows.heads(question, window.size(), actor)
                : rows.page(question, window, actor);
        return new Board(
                all,
                found,
                cards(unanswered(question, all, actor), Map.of(), actor),
                cards(shown, actor),
                clock.instant());
    }

    private List<Facts> unanswered(BoardQuestion question, BoardCounts all, Actor actor) {
        if (all.unanswered() == 0) {
            return List.of();
        }
        var grave = new BoardQuestion(null, 0, null, question.area(), Only.UNANSWERED, "", question.roundId());
        return rows.page(grave, Page.window(0, UNANSWERED), actor);
    }

    /**
     * What is open, for the summary on another page: of all real rounds, because whoever looks at one must not miss what happens in another; on a page about a practice only
     * what happened there, so that nobody takes a real alarm for part of it.
     *
     * @param area digits of the region that it shows
     */
    public Board summary(RoundRef round, String area, int cards, Actor actor) {
        rows.planEach();
        var question = BoardQuestion.open(area, round.rehearsal() ? round.id() : 0);
        var counts = rows.counts(question, actor);
        var first = counts.all() == 0 ? List.<Facts>of() : rows.page(question, Page.window(0, cards), actor);
        return new Board(counts, counts, List.of(), cards(first, actor), clock.instant());
    }

    /** An incident on the map. @param area digits of its place @param doubtful whether it cannot lie where it was told to */
    public record Spot(
            long id,
            String area,
            IncidentCategory category,
            int severity,
            Stage stage,
            boolean late,
            boolean doubtful,
            double lat,
            double lng) {}

    /** The gravest 1,000 with a place on the map. */
    public List<Spot> spots(BoardQuestion question, Actor actor) {
        IncidentReach.requireReader(actor);
        rows.planEach();
        return rows.spots(question, SPOTS, actor);
    }

    /** How many of each severity are open in a place. @param place digits */
    public record PlaceGrades(String place, int fourth, int third, int second, int first) {}

    /** Open ones of a round inside an area, by the first digits of the places' codes (13 = polling stations). */
    public List<PlaceGrades> grades(long roundId, String area, int digits) {
        return rows.grades(roundId, area, digits);
    }

    /** Somebody has opened a board that names telephone numbers. */
    @Transactional
    public void opened(Board board, String area) {
        if (board.cards().stream().anyMatch(card -> card.phone() != null)) {
            audit.record("incident-board.viewed", null, area, Map.of());
        }
    }

    /** How many are open, counted up to 100; 0 for who may see none. */
    public int open(Actor actor) {
        return actor.may(Permission.SEE_INCIDENTS) || actor.may(Permission.ANSWER_DISPATCHES)
                ? rows.open(100, actor)
                : 0;
    }

    private List<BoardCard> cards(List<Facts> found, Actor actor) {
        return found.isEmpty()
                ? List.of()
                : cards(found, rows.agencies(found.stream().map(Facts::id).toList(), actor), actor);
    }

    private List<BoardCard> cards(List<Facts> found, Map<Long, List<Agency>> agencies, Actor actor) {
        boolean several = elections.shownRounds().size() > 1;
        return found.stream()
                .map(facts -> {
                    boolean whole = actor.may(Permission.SEE_INCIDENTS, facts.area());
                    return new BoardCard(
                            facts,
                            places.name(facts.area()),
                            district(facts.area()),
                            several ? elections.round(facts.roundId()).code() : null,
                            agencies.getOrDefault(facts.id(), List.of()),
                            whole ? reporter(facts) : null,
                            whole ? phone(facts, actor) : null);
                })
                .toList();
    }

    private @Nullable String district(String area) {
        return area.length() < VILLAGE ? null : places.name(area.substring(0, DISTRICT));
    }

    /** The caller where one was noted, without the number. */
    private static @Nullable String reporter(Facts facts) {
        var caller = facts.caller();
        if (caller == null) {
            return facts.reporter();
        }
        var name = NUMBER.matcher(caller).replaceFirst("").strip();
        return name.isEmpty() ? caller : name;
    }

    /** The number that was noted with the caller, else the reporter's; for those who may call reporters. */
    private static @Nullable PhoneNumber phone(Facts facts, Actor actor) {
        if (!actor.may(Permission.CALL_REPORTERS, facts.area())) {
            return null;
        }
        var caller = facts.caller();
        var written = caller == null
                ? Optional.ofNullable(facts.phone())
                : NUMBER.matcher(caller).results().map(MatchResult::group).findFirst();
        return written.flatMap(PhoneNumber::of).orElse(null);
    }
}
