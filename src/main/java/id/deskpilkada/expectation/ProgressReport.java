package id.deskpilkada.expectation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** How far the reports of a place are, and those of the places one level down. */
public record ProgressReport(String kind, @JsonUnwrapped Progress progress, List<Progress> children) {}
