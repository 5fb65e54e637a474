/** What reports are due, from whom and when; what came, what is missing, what is excused. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"platform", "platform :: audit", "region", "election", "staff", "fieldreport"})
@org.jspecify.annotations.NullMarked
package id.deskpilkada.expectation;
