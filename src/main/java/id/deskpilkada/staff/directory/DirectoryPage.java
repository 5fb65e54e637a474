package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Region;
import id.deskpilkada.region.Regions;
import id.deskpilkada.staff.directory.DirectorySearch.Question;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory: emergency numbers first, then everybody of one's area, with a number to press. Works without JavaScript. */
@Controller
@RequestMapping("/desk/direktori")
class DirectoryPage {

    static final int SIZE = 30;

    private final DirectorySearch directory;
    private final DirectoryDesk desk;
    private final EmergencyNumbers emergencies;
    private final Agencies agencies;
    private final ContactKinds kinds;
    private final Regions regions;
    private final Messages messages;

    DirectoryPage(
            DirectorySearch directory,
            DirectoryDesk desk,
            EmergencyNumbers emergencies,
            Agencies agencies,
            ContactKinds kinds,
            Regions regions,
            Messages messages) {
        this.directory = directory;
        this.desk = desk;
        this.emergencies = emergencies;
        this.agencies = agencies;
        this.kinds = kinds;
        this.regions = regions;
        this.messages = messages;
    }

    /** What the person looked for, so that the list is the same after an action. */
    record Search(String q, String wilayah, String jenis, int page) {}

    @ModelAttribute("search")
    Search search(
            @RequestParam(name = "q", defaultValue = "") String q,
            @RequestParam(name = "wilayah", defaultValue = "") String region,
            @RequestParam(name = "jenis", defaultValue = "") String kind,
            @RequestParam(name = "page", defaultValue = "0") int page) {
        return new Search(q, region, kind, page);
    }

    @GetMapping
    String list(@ModelAttribute(name = "search", binding = false) Search search, Actor actor, Model model) {
        var areas = Actor.widest(actor.areas(Permission.READ_DIRECTORY));
        var question = new Question(search.q(), search.wilayah(), search.jenis());
        model.addAttribute("found", directory.search(actor, question, Page.window(search.page(), SIZE)));
        var about = about(areas, question.place());
        model.addAttribute("about", about);
        model.addAttribute("aboutName", directory.place(about));
        model.addAttribute("emergencies", emergencies.of(about));
        model.addAttribute("agencies", agencies.shown(about));
        model.addAttribute("kinds", kinds);
        model.addAttribute("places", places(areas, question.place()));
        model.addAttribute("mayConfirm", actor.may(Permission.CONFIRM_NUMBERS));
        model.addAttribute("actor", actor);
        return "desk/direktori";
    }

    /** The area that the page is about: the one asked for where it lies within reach, else the reader's own. */
    private static String about(List<String> areas, String place) {
        return areas.stream().anyMatch(area -> !place.isEmpty() && place.startsWith(area)) ? place : areas.get(0);
    }

    /** What one can choose from: the regions inside one's own, one level down from what is chosen. */
    private List<Region> places(List<String> areas, String place) {
        var own = areas.stream().flatMap(area -> regions.children(area).stream());
        var below = place.length() == 6 ? regions.children(place).stream() : java.util.stream.Stream.<Region>empty();
        return java.util.stream.Stream.concat(own, below).distinct().toList();
    }

    @PostMapping("/konfirmasi")
    String confirm(
            @RequestParam("id") long id,
            @RequestParam("nomor") String numbers,
            @RequestParam("sudah") boolean confirmed,
            @ModelAttribute(name = "search", binding = false) Search search,
            Actor actor,
            HttpServletResponse response,
            Model model) {
        try {
            var entry = desk.confirm(actor, id, numbers, confirmed);
            model.addAttribute("done", entry.contact().name());
        } catch (Problem refusal) {
            if (refusal.status().value() != 409) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("error", messages.problem(refusal.code(), refusal.arguments()));
        }
        return list(search, actor, model);
    }

    @PostMapping("/instansi")
    String confirmAgency(
            @RequestParam("kode") String code,
            @RequestParam("area") String area,
            @RequestParam("sudah") boolean confirmed,
            @ModelAttribute(name = "search", binding = false) Search search,
            Actor actor,
            Model model) {
        desk.confirmAgency(actor, code, Area.digits(area), confirmed);
        model.addAttribute("done", code.toUpperCase(java.util.Locale.ROOT));
        return list(search, actor, model);
    }
}
