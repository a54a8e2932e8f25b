name := "shop"

libraryDependencies ++= Seq(
  "org.typelevel" %% "cats-core" % "2.10.0",
  "org.postgresql" % "postgresql" % "42.7.1",
  "org.scalatest" %% "scalatest" % "3.2.17" % Test
)
