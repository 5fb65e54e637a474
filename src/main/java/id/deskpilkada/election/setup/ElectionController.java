package id.deskpilkada.election.setup;

import id.deskpilkada.election.ElectionRef;
import id.deskpilkada.election.ElectionSetup;
import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Elections over HTTP. */
@RestController
@RequestMapping("/api/elections")
class ElectionController {

    private final Elections elections;
    private final ElectionSetup setup;
    private final ElectionCheck check;
    private final Regions regions;

    ElectionController(Elections elections, ElectionSetup setup, ElectionCheck check, Regions regions) {
        this.elections = elections;
        this.setup = setup;
        this.check = check;
        this.regions = regions;
    }

    @GetMapping
    List<ElectionView> all(Actor actor) {
        return elections.all().stream().map(this::view).toList();
    }

    @GetMapping("/{code}")
    ElectionView one(Actor actor, @PathVariable String code) {
        return view(named(code));
    }

    @PutMapping("/{code}")
    ResponseEntity<ElectionView> put(Actor actor, @PathVariable String code, @RequestBody ElectionRequest request) {
        actor.require(Permission.SET_UP);
        boolean created = setup.put(check.read(code, request));
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view(named(code)));
    }

    private ElectionView view(ElectionRef election) {
        return ElectionView.of(election, elections, regions.zone());
    }

    private ElectionRef named(String code) {
        return elections.all().stream()
                .filter(election -> election.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("UNKNOWN_ELECTION", code));
    }
}
