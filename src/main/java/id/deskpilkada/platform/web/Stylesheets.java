package id.deskpilkada.platform.web;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The stylesheets of our pages under addresses that change with their content, so that a browser asks for each only once. */
@Component
public class Stylesheets implements WebMvcConfigurer {

    private static final String FOLDER = "static/";

    private final ContentVersionStrategy byContent = new ContentVersionStrategy();
    private final String desk = address("desk.css");
    private final String work = address("work.css");
    private final String practice = address("practice.css");

    private String address(String file) {
        return "/" + byContent.addVersion(file, byContent.getResourceVersion(new ClassPathResource(FOLDER + file)));
    }

    /** What every page has: the frame, texts, tables, plain forms. */
    public String getDesk() {
        return desk;
    }

    /** What only pages have on which somebody works. */
    public String getWork() {
        return work;
    }

    /** What only pages about a practice have: the band and the word across them. */
    public String getPractice() {
        return practice;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/desk-*.css", "/work-*.css", "/practice-*.css")
                .addResourceLocations("classpath:/" + FOLDER)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new VersionResourceResolver().addVersionStrategy(byContent, "/*.css"));
    }
}
