package id.deskpilkada.platform.management;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** On the main port a load balancer may ask whether the node is ready and whether it lives, and learns no more than that. */
@RestController
@Hidden
class Probes {

    private final HealthEndpoint health;

    Probes(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/actuator/health/{probe:readiness|liveness}")
    ResponseEntity<Map<String, String>> probe(@PathVariable String probe) {
        HealthComponent component = health.healthForPath(probe);
        var status = component == null ? Status.UNKNOWN : component.getStatus();
        return ResponseEntity.status(Status.UP.equals(status) ? 200 : 503).body(Map.of("status", status.getCode()));
    }
}
