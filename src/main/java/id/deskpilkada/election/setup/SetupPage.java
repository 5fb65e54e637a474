package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.election.RaceRef;
import id.deskpilkada.election.RoundPhase;
import id.deskpilkada.election.RoundRef;
import id.deskpilkada.election.Rounds;
import id.deskpilkada.election.SlotRef;
import id.deskpilkada.election.setup.ElectionRequest.PagesRequest;
import id.deskpilkada.election.setup.ElectionRequest.RaceRequest;
import id.deskpilkada.election.setup.ElectionRequest.SlotRequest;
import id.deskpilkada.election.setup.SetupModel.Form;
import id.deskpilkada.imports.ImportContext;
import id.deskpilkada.imports.Imports;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page {@code /setup}: elections, imports and the start of a round, for the administrator of the installation. */
@Controller
class SetupPage {

    private final SetupModel page;
    private final Elections elections;
    private final ElectionSetup setup;
    private final ElectionCheck check;
    private final Rounds rounds;
    private final Imports imports;
    private final Messages messages;

    SetupPage(
            SetupModel page,
            Elections elections,
            ElectionSetup setup,
            ElectionCheck check,
            Rounds rounds,
            Imports imports,
            Messages messages) {
        this.page = page;
        this.elections = elections;
        this.setup = setup;
        this.check = check;
        this.rounds = rounds;
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping("/setup")
    String show(
            Actor actor,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String saved,
            @RequestParam(required = false) @Nullable String started,
            Model model) {
        actor.require(Permission.SET_UP);
        model.addAttribute("saved", saved);
        model.addAttribute("started", started);
        return shown(model, page.form(election));
    }

    @PostMapping("/setup/elections")
    String save(
            Actor actor,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") List<String> races,
            @RequestParam(defaultValue = "") List<String> regions,
            Model model,
            HttpServletResponse response) {
        actor.require(Permission.SET_UP);
        Form form = SetupModel.again(code.strip(), name.strip(), date.strip(), races, regions);
        try {
            setup.put(check.read(form.code(), request(form)));
            return "redirect:/setup?saved=" + form.code();
        } catch (Problem refusal) {
            refused(refusal, "refusedElection", model, response);
            return shown(model, form);
        }
    }

    @PostMapping("/setup/imports/{kind}")
    String load(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.SET_UP);
        imports.require(kind, actor);
        model.addAttribute("kind", kind);
        model.addAttribute("fileName", file == null ? null : file.getOriginalFilename());
        try {
            if (file == null || file.isEmpty()) {
                throw Problem.unprocessable("FILE_MISSING");
            }
            String code = election == null || election.isBlank() ? null : election.strip();
            var result = imports.run(
                    kind, file.getBytes(), new ImportContext(code, dryRun, actor, file.getOriginalFilename()));
            model.addAttribute("result", result);
            model.addAttribute("warnings", page.faults(result.warnings()));
        } catch (Problem refusal) {
            refused(refusal, "refusedFile", model, response);
        }
        return shown(model, page.form(null));
    }

    @PostMapping("/setup/elections/{election}/rounds/{round}/start")
    String start(
            Actor actor,
            @PathVariable String election,
            @PathVariable String round,
            Model model,
            HttpServletResponse response) {
        actor.require(Permission.SET_UP);
        try {
            RoundRef ref = elections.round(election, round);
            rounds.start(ref.id());
            return "redirect:/setup?started=" + ref.code();
        } catch (Problem refusal) {
            refused(refusal, "refusedStart", model, response);
            return shown(model, page.form(null));
        }
    }

    private String shown(Model model, Form form) {
        page.fill(model, form);
        return "setup";
    }

    private void refused(Problem refusal, String where, Model model, HttpServletResponse response) {
        response.setStatus(refusal.status().value());
        model.addAttribute(where, messages.problem(refusal.code(), refusal.arguments()));
        model.addAttribute("faults", page.faults(refusal.errors()));
    }

    /** What the form does not show, such as pages and a schedule of its own, stays as it is. */
    private ElectionRequest request(Form form) {
        Optional<ElectionRef> known = elections.all().stream()
                .filter(election -> election.code().equals(form.code()))
                .findFirst();
        List<RaceRef> before =
                known.map(election -> elections.races(election.id())).orElse(List.of());
        List<@Nullable RaceRequest> races = form.races().stream()
                .filter(SetupModel.RaceLine::chosen)
                .map(line -> race(line, before))
                .toList();
        List<@Nullable SlotRequest> schedule = known.filter(
                        election -> election.date().toString().equals(form.date()))
                .flatMap(election -> elections.rounds(election.id()).stream()
                        .filter(round -> round.phase() != RoundPhase.CLOSED)
                        .findFirst())
                .map(round -> elections.slots(round.id()).stream()
                        .map(SetupPage::slot)
                        .toList())
                .orElse(null);
        return new ElectionRequest(form.name(), form.date(), races, null, schedule);
    }

    private static RaceRequest race(SetupModel.RaceLine line, List<RaceRef> before) {
        Optional<RaceRef> known =
                before.stream().filter(race -> race.code().equals(line.code())).findFirst();
        return new RaceRequest(
                line.code(),
                known.map(RaceRef::name).orElse(null),
                line.region(),
                known.map(race -> new PagesRequest(race.pagesPlano(), race.pagesSalinan()))
                        .orElse(null));
    }

    private static SlotRequest slot(SlotRef slot) {
        return new SlotRequest(
                slot.slot(),
                slot.kind(),
                slot.opensAt().toString(),
                slot.dueAt().toString(),
                slot.requiresSignature());
    }
}
