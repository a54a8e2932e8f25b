import React, { useEffect } from "react";

export const App = () => <p>{1}</p>;

export const useTitle = (title) => useEffect(() => setTitle(title));
