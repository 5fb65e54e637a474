/** Who the people of the desk are and who may do what where: the only authority, in both sign-in modes. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "platform",
            "platform :: engine",
            "platform :: web",
            "platform :: audit",
            "platform :: sealing",
            "platform :: document",
            "imports",
            "region",
            "election"
        })
@org.jspecify.annotations.NullMarked
package id.deskpilkada.staff;
