package id.deskpilkada.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The style sheet that Tasklist, Cockpit, Admin and Welcome share, with the band SIMULASI: these applications have no page frame of ours. */
@Controller
@Profile("demo")
class DemoStyles {

    private static final String SHARED = "META-INF/resources/webjars/camunda/app/desk/styles/house.css";
    private static final String BAND = "demo/band.css";

    @GetMapping("/camunda/app/desk/styles/house.css")
    ResponseEntity<String> shared() throws IOException {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noCache())
                .body(text(SHARED) + "\n" + text(BAND));
    }

    private static String text(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
