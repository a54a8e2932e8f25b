import React, { useState } from "react";

export const App = () => <p>{useState(1)[0]}</p>;
