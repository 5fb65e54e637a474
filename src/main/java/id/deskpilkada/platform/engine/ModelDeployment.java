package id.deskpilkada.platform.engine;

import java.io.IOException;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models and forms of the class path, under the same names from the jar as from a working tree ({@code forms/c1-capture/copy-c1.html}), as one deployment: a new
 * one only when something changed, and then whole, since a form is found in the deployment of its process.
 */
@Component
class ModelDeployment {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final String[] PATTERNS = {
        "classpath*:processes/*.bpmn",
        "classpath*:processes/*.dmn",
        "classpath*:forms/**/*.html",
        "classpath*:forms/**/*.form"
    };

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void deploy() throws IOException {
        var resources = new TreeMap<String, Resource>();
        var resolver = new PathMatchingResourcePatternResolver();
        for (var pattern : PATTERNS) {
            for (var resource : resolver.getResources(pattern)) {
                resources.put(name(resource), resource);
            }
        }
        if (resources.isEmpty()) {
            return;
        }
        var deployment = repository
                .createDeployment()
                .name("desk-pilkada")
                .source("class path")
                .enableDuplicateFiltering(false);
        for (var entry : resources.entrySet()) {
            try (var content = entry.getValue().getInputStream()) {
                deployment.addInputStream(entry.getKey(), content);
            }
        }
        log.info("Models deployed as {} with {} resources", deployment.deploy().getId(), resources.size());
    }

    private static String name(Resource resource) throws IOException {
        var url = resource.getURL().toString();
        var at = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
        return url.substring(at + 1);
    }
}
