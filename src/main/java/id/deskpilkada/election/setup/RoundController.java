package id.deskpilkada.election.setup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundKind;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.RoundStage;
import id.deskpilkada.election.RoundStages;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.setup.ElectionRequest.SlotRequest;
import id.deskpilkada.election.setup.ElectionView.SlotView;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.LostRace;
import id.deskpilkada.platform.engine.WorkCases;
import id.deskpilkada.region.Regions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rounds and their schedules over HTTP. */
@RestController
@RequestMapping("/api/elections/{election}")
class RoundController {

    private final Elections elections;
    private final Rounds rounds;
    private final ElectionSetup setup;
    private final RoundStages stages;
    private final WorkCases cases;
    private final Regions regions;
    private final ObjectMapper json;

    RoundController(
            Elections elections,
            Rounds rounds,
            ElectionSetup setup,
            RoundStages stages,
            WorkCases cases,
            Regions regions,
            ObjectMapper json) {
        this.elections = elections;
        this.rounds = rounds;
        this.setup = setup;
        this.stages = stages;
        this.cases = cases;
        this.regions = regions;
        this.json = json;
    }

    /**
     * Counts what lies inside the caller's own area.
     *
     * @param stage where the day is, finer than the phase
     * @param casesExpected one for each TPS and race voted on there
     * @param casesStarted those whose C1 case has been opened
     */
    record RoundStatus(
            String code,
            RoundKind kind,
            RoundPhase phase,
            RoundStage stage,
            LocalDate date,
            int casesExpected,
            int casesStarted) {}

    @GetMapping("/rounds/{round}")
    RoundStatus status(Actor actor, @PathVariable String election, @PathVariable String round) {
        RoundRef ref = elections.named(election, round);
        int expected = 0;
        int started = 0;
        for (RaceRef race : elections.races(ref.electionId())) {
            for (String area : actor.widestAreas()) {
                expected += elections.expected(ref, race, area);
                started += cases.count("c1-capture", ref.businessKey() + "/" + race.code() + "/" + area);
            }
        }
        return new RoundStatus(ref.code(), ref.kind(), ref.phase(), stages.of(ref), ref.date(), expected, started);
    }

    @PostMapping("/rounds/{round}/start")
    RoundStatus start(Actor actor, @PathVariable String election, @PathVariable String round) {
        actor.require(Permission.RUN_ROUNDS);
        rounds.start(elections.named(election, round).id());
        return status(actor, election, round);
    }

    @GetMapping({"/rounds/{round}/schedule", "/schedule"})
    List<SlotView> schedule(
            Actor actor, @PathVariable String election, @PathVariable(required = false) @Nullable String round) {
        return SlotView.of(elections.slots(meant(election, round).id()), regions.zone());
    }

    /** The body is the list of slots, bare or as {@code schedule}. */
    @PutMapping({"/rounds/{round}/schedule", "/schedule"})
    List<SlotView> reschedule(
            Actor actor,
            @PathVariable String election,
            @PathVariable(name = "round", required = false) @Nullable String round,
            @RequestParam(name = "round", required = false) @Nullable String chosen,
            @RequestBody JsonNode body) {
        actor.require(Permission.RUN_ROUNDS);
        var faults = new Faults();
        List<SlotRef> slots = SlotCheck.read(slots(body), faults);
        if (slots == null) {
            faults.add("schedule", null, "REQUIRED");
        }
        faults.rejectIfAny();
        RoundRef ref = meant(election, round == null ? chosen : round);
        List<SlotRef> wanted = slots == null ? List.of() : slots;
        LostRace.again(() -> setup.reschedule(ref.id(), wanted));
        return SlotView.of(elections.slots(ref.id()), regions.zone());
    }

    private @Nullable List<@Nullable SlotRequest> slots(JsonNode body) {
        JsonNode list = body.isArray() ? body : body.get("schedule");
        if (list == null || list.isNull()) {
            return null;
        }
        try {
            return Arrays.asList(json.treeToValue(list, SlotRequest[].class));
        } catch (JsonProcessingException e) {
            throw Problem.unprocessable("MALFORMED_JSON");
        }
    }

    private RoundRef meant(String election, @Nullable String round) {
        return round == null ? elections.round(named(election).code(), null) : elections.named(election, round);
    }

    private ElectionRef named(String code) {
        return elections.all().stream()
                .filter(election -> election.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_ELECTION", code));
    }
}
