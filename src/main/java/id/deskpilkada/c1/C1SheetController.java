package id.deskpilkada.c1;

import id.deskpilkada.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The form laid out for whoever works on it, as the forms of Tasklist show it. */
@RestController
class C1SheetController {

    private final C1Reading reading;
    private final C1Work work;

    C1SheetController(C1Reading reading, C1Work work) {
        this.reading = reading;
        this.work = work;
    }

    @GetMapping("/api/c1/{race}/{tps}/sheet")
    C1SheetView sheet(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return work.sheet(reading.about(election, round, race, tps), actor);
    }
}
