package id.deskpilkada.practice;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far practice has come, place by place, and whom to call who has not practised. */
@Controller
class PracticeBoardPage {

    private static final int SIZE = 50;

    private final PracticeProgress progress;

    PracticeBoardPage(PracticeProgress progress) {
        this.progress = progress;
    }

    @GetMapping("/desk/latihan")
    String show(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(name = "semua", required = false) @Nullable String everybody,
            @RequestParam(name = "halaman", defaultValue = "0") int page,
            Model model,
            Actor actor) {
        var asked = new PracticeProgress.Asked(election, round, region, everybody == null ? Boolean.FALSE : null);
        var place = progress.region(asked, actor);
        model.addAttribute("place", place);
        model.addAttribute("everybody", everybody != null);
        progress.round(asked).ifPresent(about -> {
            model.addAttribute("round", about);
            model.addAttribute("whole", progress.whole(about, place));
            model.addAttribute("places", progress.places(about, place));
            model.addAttribute("found", progress.reporters(about, place, asked.practised(), Page.window(page, SIZE)));
            model.addAttribute("numbers", new Numbers());
        });
        return "desk/latihan";
    }

    /** How numbers are written and dialled. */
    public static final class Numbers {

        public String readable(String stored) {
            return PhoneNumber.of(stored).map(PhoneNumber::readable).orElse(stored);
        }
    }
}
