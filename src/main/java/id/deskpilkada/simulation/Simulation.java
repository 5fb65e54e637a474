package id.deskpilkada.simulation;

import id.deskpilkada.simulation.day.ElectionDay;
import id.deskpilkada.simulation.http.DeskClient;
import id.deskpilkada.simulation.world.World;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Plays the demo's weeks and election day once the application serves, and stops by itself. */
@Component
@Profile("demo")
class Simulation implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Simulation.class);

    private final DemoSettings settings;
    private final World world;
    private final Environment environment;
    private final Clock clock;
    private final String administrator;
    private final ExecutorService stage = Executors.newSingleThreadExecutor(run -> new Thread(run, "simulasi"));

    Simulation(
            DemoSettings settings,
            World world,
            Environment environment,
            Clock clock,
            @Value("${desk.admin.username}") String administrator) {
        this.settings = settings;
        this.world = world;
        this.environment = environment;
        this.clock = clock;
        this.administrator = administrator;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (settings.running()) {
            stage.execute(this::play);
        }
    }

    private void play() {
        try {
            var port = environment.getRequiredProperty("local.server.port");
            var root =
                    URI.create("http://localhost:" + port + environment.getProperty("server.servlet.context-path", ""));
            var plan = new ElectionDay.Plan(
                    administrator, settings.password(), settings.seed(), settings.duration(), settings.hands());
            log.info("SIMULASI dimulai. Buka {}/masuk dan pilih peran.", root);
            new ElectionDay(new DeskClient(root, settings.password()), world, plan, clock).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("SIMULASI berhenti", e);
        }
    }

    @Override
    public void destroy() {
        stage.shutdownNow();
    }
}
