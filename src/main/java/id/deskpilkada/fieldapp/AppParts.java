package id.deskpilkada.fieldapp;

import org.springframework.stereotype.Component;

/** Where a page outside the app finds its parts: forms are drawn by one renderer, on the phone and at the desk. */
@Component
public class AppParts {

    private final AppFiles files;

    AppParts(AppFiles files) {
        this.files = files;
    }

    /** The beginning of every address of this version, e.g. {@code /lapangan-app/3f2a9c01b7d4/}. */
    public String root() {
        return files.root();
    }
}
